import type { Story } from '../story.ts';
import { et } from '../text.ts';

export const quietHarbour: Story = {
  key: 'quiet-harbour',
  node: 'kaldavere',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: et('Vaiksed ööd sadamas', 'Quiet nights in the harbour'),
          summary: et(
            'Rannamäe sadamas töötasid laevade generaatorid öö läbi. Mõõtsime müra kaheksas magamistoas, avaldasime iga öö tulemuse hommikul ja sidusime kaitasu sellega. Öid üle 45 detsibelli jäi 211-st 34.',
            'Ships’ generators ran all night in Rannamäe harbour. We measured the noise in eight bedrooms, published each night’s result in the morning and tied the berth fee to it. Nights above 45 decibels fell from 211 to 34.',
          ),
          problem: et(
            'Sadam ja elanikud vaidlesid kümme aastat, kumb mõõdab valesti. Sadam mõõtis kail, inimesed kuulsid voodis. Kaldaelekter oli olemas, aga diislikütus oli laevale odavam.',
            'Harbour and residents argued for ten years over whose measurements were wrong. The harbour measured on the quay, people heard it in bed. There was power from the shore, but diesel was cheaper for the ship.',
          ),
          done: et(
            'Kaheksa peret võttis mõõdiku magamistuppa; see saadab ainult müra taseme, mitte heli. Iga hommik kell seitse ilmub kaart: kus oli vali, millal ja milline laev seisis kai ääres. Vaikne laev maksab kaitasust 70%, vali 140%. Raha jääb sadamale, keegi ei saa sellest lisatulu.',
            'Eight families took a meter into their bedroom; it sends only the level, never the sound. Every morning at seven a map appears: where it was loud, when, and which ship lay at the quay. A quiet ship pays 70% of the berth fee, a loud one 140%. The fee as a whole brings in what it did before.',
          ),
          results: et(
            'Öid, mil mõnes magamistoas oli üle 45 dB, oli aasta enne 211, esimesel aastal 96, teisel 34. Kaldaelektrit kasutab 81% laevadest, enne 22%. Üks laevafirma viis oma öise peatuse mujale.',
            'Nights with more than 45 dB in some bedroom: 211 in the year before, 96 in the first year, 34 in the second. 81% of ships use shore power, 22% did before. One shipping company moved its night stop elsewhere.',
          ),
          evidence: [
            {
              label: et(
                'Iga öö mõõtmised alguses peale (CSV)',
                'Measurements of every night since the start (CSV)',
              ),
              url: 'https://andmed.kaldavere.example/sadam/myra.csv',
            },
          ],
          facts: [
            { label: et('Valjusid öid aastas', 'Loud nights a year'), value: et('211 → 34', '211 → 34') },
            { label: et('Laevu kaldaelektril', 'Ships on shore power'), value: et('22% → 81%', '22% → 81%') },
            { label: et('Kulu', 'Cost'), value: et('48 000 €', '€48,000') },
            {
              label: et('Aega otsusest alguseni', 'From decision to start'),
              value: et('5 kuud', '5 months'),
            },
          ],
          cost: et(
            'Mõõdikud, kaart ja esimese aasta hooldus 48 000 eurot. Edaspidi 9000 eurot aastas, kõik sadama eelarvest.',
            'Meters, map and the first year’s upkeep 48,000 euros. After that 9,000 euros a year, all from the harbour’s budget.',
          ),
          failed: et(
            'Esimesed mõõdikud kuulsid ka norskamist ja torme: kolmandik valjudest öödest polnud laevade süü. Nüüd läheb arvesse vaid see, mida kuuleb korraga vähemalt kolm mõõdikut.',
            'The first meters also heard snoring and storms: a third of the loud nights were not the ships’ fault. Now only what at least three meters hear at once is counted.',
          ),
          conditions: et(
            'Kaldaelekter peab olemas olema. Elanike mõõdikud tuleb taadelda nende silme all, muidu algab vana vaidlus uuesti.',
            'There must be shore power. Calibrate the residents’ meters before their eyes, or the old argument begins again.',
          ),
          stage: 'diffusion',
          level: 'local',
          topics: ['environment', 'transport'],
          principles: ['open-government', 'co-creation', 'sustainability'],
          started: time.month(-38),
          languages: ['et', 'en'],
          contacts: [
            { name: et('Rannamäe sadam', 'Port of Rannamäe'), url: 'https://sadam.kaldavere.example' },
          ],
          links: [
            {
              label: et('Hommikune mürakaart', 'The morning noise map'),
              url: 'https://sadam.kaldavere.example/hommik',
            },
          ],
          slug: 'quiet-harbour',
        },
      },
    ];
  },
};

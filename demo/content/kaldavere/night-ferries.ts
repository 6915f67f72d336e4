import type { Story } from '../story.ts';
import { et } from '../text.ts';

export const nightFerries: Story = {
  key: 'night-ferries',
  node: 'kaldavere',
  versions(time) {
    const base = {
      title: et(
        'Öine parvlaev, mille sõiduplaani teevad saarlased',
        'A night ferry whose timetable the islanders write',
      ),
      problem: et(
        'Viimane laev väljus seitsmelt. Kes töötas mandril õhtuses vahetuses, käis teatris või tuli haiglast, jäi ööseks sinna. Ministeerium oli kolm korda küsinud, kas saared tahavad hilisemat laeva, ja saanud kolm korda vastuse „jah“. Jah ei öelnud, mis kell, mis päeval ja mille arvelt.',
        'The last ferry left at seven. Whoever worked the evening shift on the mainland, went to the theatre or came out of hospital stayed there overnight. The ministry had asked three times whether the islands wanted a later ferry and been told yes three times. Yes did not say at what hour, on which days, or in place of what.',
      ),
      done: et(
        'Andsime viiele saarele kindla arvu laevatunde nädalas ja palusime neil ise sõiduplaani kokku panna. Igas sadamas rippus kuu aega tahvel, kus iga tund oli magnet; igaüks võis selle ümber tõsta ja pildistada. Neli ettepanekut läks hääletusele, ka paberil poes ja raamatukogus. Võitnud plaan kehtib aasta, siis jagatakse tunnid uuesti.',
        'We gave five islands a fixed number of ferry hours a week and asked them to put the timetable together themselves. For a month a board hung in every harbour on which each hour was a magnet; anyone could move it and take a photograph. Four proposals went to a vote, on paper too, in the shop and the library. The timetable that wins holds for a year, then the hours are dealt anew.',
      ),
      conditions: et(
        'Laevatundide arv peab olema kindel ja avalik enne, kui keegi planeerima hakkab. Laeva meeskonna tööaeg tuleb läbi rääkida kõigepealt: meie esimene plaan oli seadusega vastuolus.',
        'The number of ferry hours must be fixed and public before anyone starts planning. Settle the crew’s working hours first: our first timetable broke the law.',
      ),
      stage: 'evaluation' as const,
      level: 'national' as const,
      topics: ['transport', 'regions'] as const,
      principles: ['user-needs', 'co-creation', 'inclusion'] as const,
      started: time.month(-31),
      languages: ['et', 'en', 'fi'],
      contacts: [
        {
          name: et('Kaldavere Veeteede Amet', 'Kaldavere Waterways Board'),
          url: 'https://veeteed.kaldavere.example',
        },
      ],
      slug: 'night-ferries',
    };
    const topics = [...base.topics];
    const principles = [...base.principles];
    const cost = et(
      `Lisatunde pole: sõidame sama palju kui ${time.year(-3)}. aastal, 214 tundi nädalas. Tahvlid, hääletus ja kaks töötajat poole kohaga maksid 61 000 eurot aastas.`,
      `There are no extra hours: we sail as much as in ${time.year(-3)}, 214 hours a week. Boards, vote and two half-time staff cost 61,000 euros a year.`,
    );
    return [
      {
        chapter: 1,
        body: {
          ...base,
          topics,
          principles,
          cost,
          summary: et(
            'Viis saart said laevatunnid enda jagada. Nüüd väljub viimane laev kolmel õhtul kell 23.15 ja esimese poolaastaga sõitis sellega 9400 inimest.',
            'Five islands were given their ferry hours to share out. The last ferry now leaves at 23.15 on three evenings, and 9,400 people took it in the first half year.',
          ),
          results: et(
            'Esimese kuue kuuga sõitis hiliste laevadega 9400 inimest. Hääletas 61% täiskasvanud saarlastest. Kaebuste arv vähenes poole võrra.',
            'In the first six months 9,400 people took the late ferries. 61% of adult islanders voted. Complaints fell by half.',
          ),
          failed: et(
            'Väikseim saar, 43 elanikku, jäi igas ettepanekus viimaseks.',
            'The smallest island, 43 inhabitants, came last in every proposal.',
          ),
          facts: [
            { label: et('Viimane laev', 'Last ferry'), value: et('19.00 → 23.15', '19.00 → 23.15') },
            { label: et('Hääletas', 'Voted'), value: et('61%', '61%') },
            {
              label: et('Hilised sõitjad poolaastas', 'Late passengers in 6 months'),
              value: et('9400', '9,400'),
            },
            { label: et('Kulu aastas', 'Cost a year'), value: et('61 000 €', '€61,000') },
          ],
        },
      },
      {
        chapter: 2,
        body: {
          ...base,
          topics,
          principles,
          cost,
          summary: et(
            'Viis saart said laevatunnid enda jagada. Viimane laev väljub kolmel õhtul kell 23.15. Täisaasta arvud on tagasihoidlikumad kui poolaasta omad.',
            'Five islands were given their ferry hours to share out. The last ferry leaves at 23.15 on three evenings. The full-year figures are more modest than those of the first half year.',
          ),
          results: et(
            'Täisaastaga sõitis hiliste laevadega 13 900 inimest, mitte 18 000, nagu poolaasta järgi arvasime: talvel sõitis kolmandik suvistest. Kaebuste arv vähenes 38%. Hommikuste laevade täituvus langes 6% ja keegi ei tahtnud neid tagasi.',
            'Over a full year 13,900 people took the late ferries, not the 18,000 that the first half year had led us to expect: in winter a third of the summer’s passengers came. Complaints fell by 38%. Morning ferries ran 6% emptier, and nobody asked for them back.',
          ),
          failed: et(
            'Väikseim saar, 43 elanikku, jäi igas ettepanekus viimaseks: hääli loeti peade, mitte saarte kaupa. Poolaasta kokkuvõttes kirjutasime „kaebused vähenesid poole võrra“, aga olime suvekuud võrrelnud talvega.',
            'The smallest island, 43 inhabitants, came last in every proposal: we counted heads, not islands. In the half-year summary we wrote that complaints had fallen by half, but had compared summer months with winter ones.',
          ),
          facts: [
            { label: et('Viimane laev', 'Last ferry'), value: et('19.00 → 23.15', '19.00 → 23.15') },
            { label: et('Hilised sõitjad aastas', 'Late passengers a year'), value: et('13 900', '13,900') },
            { label: et('Kaebusi', 'Complaints'), value: et('−38%', '−38%') },
            { label: et('Kulu aastas', 'Cost a year'), value: et('61 000 €', '€61,000') },
          ],
          note: et(
            'Täisaasta arvud. Parandasime kaebuste arvu: poolaasta võrdlus oli vale.',
            'Full-year figures. Complaints corrected: the half-year comparison was wrong.',
          ),
        },
      },
      {
        chapter: 4,
        body: {
          ...base,
          topics,
          principles,
          cost,
          summary: et(
            'Viis saart jagavad ise oma laevatunde ja viimane laev väljub kolmel õhtul kell 23.15. Teisest aastast on igal saarel kindel osa, mille üle naabrid ei hääleta.',
            'Five islands share out their own ferry hours, and the last ferry leaves at 23.15 on three evenings. Since the second year every island has a fixed part that its neighbours do not vote on.',
          ),
          results: et(
            'Teisel aastal sõitis hiliste laevadega 15 200 inimest. Hääletas 54%, esimesel aastal 61%. Neljal saarel viiest on rahvaarv sama või suurem kui alguses; me ei väida, et laeva pärast.',
            'In the second year 15,200 people took the late ferries. 54% voted, against 61% in the first. On four islands of five the population is the same or larger than at the start; we do not claim that the ferry is why.',
          ),
          evidence: [
            {
              label: et('Sõitjate arv laevade ja kuude kaupa (CSV)', 'Passengers by ferry and month (CSV)'),
              url: 'https://andmed.kaldavere.example/parvlaevad/soitjad.csv',
            },
            {
              label: et('Hääletuse protokollid', 'Minutes of the votes'),
              url: 'https://andmed.kaldavere.example/parvlaevad/protokollid',
            },
          ],
          failed: et(
            'Esimesel aastal jäi väikseim saar, 43 elanikku, igas ettepanekus viimaseks. Nüüd on igal saarel kaheksa tundi, mis hääletusele ei lähe. Osavõtt langeb siiski: kolmandaks aastaks teeme arutelu lühemaks, kahe nädala peale.',
            'In the first year the smallest island, 43 inhabitants, came last in every proposal. Every island now has eight hours that are not put to the vote. Turnout is still falling: for the third year we shorten the debate to two weeks.',
          ),
          facts: [
            { label: et('Viimane laev', 'Last ferry'), value: et('19.00 → 23.15', '19.00 → 23.15') },
            { label: et('Hilised sõitjad aastas', 'Late passengers a year'), value: et('15 200', '15,200') },
            {
              label: et('Saare kindel osa', 'Fixed part of an island'),
              value: et('8 tundi nädalas', '8 hours a week'),
            },
            { label: et('Hääletas', 'Voted'), value: et('61% → 54%', '61% → 54%') },
          ],
          note: et(
            'Teise aasta tulemused, igale saarele kindel osa.',
            'Results of the second year; a fixed part for every island.',
          ),
        },
      },
    ];
  },
};

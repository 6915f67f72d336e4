import type { Story } from '../story.ts';
import { et } from '../text.ts';

export const schoolMeals: Story = {
  key: 'school-meals',
  node: 'kaldavere',
  versions(time) {
    const shared = {
      title: et('Koolilõuna, mida kaalutakse kaks korda', 'School lunch, weighed twice'),
      problem: et(
        'Koolilõuna on tasuta, aga iga kolmas taldrik läks poolenisti prügikasti. Kokad said tagasisidet vaid siis, kui keegi kaebas. Hanked hindasid hinda ja kaloreid, mitte seda, kas toit ära söödi.',
        'School lunch is free, yet every third plate went half into the bin. Cooks heard something only when somebody complained. Tenders judged price and calories, not whether the food was eaten.',
      ),
      done: et(
        'Iga kool kaalub, mis köögist välja läheb ja mis tagasi tuleb, roa kaupa. Arvud ripuvad järgmisel päeval söökla ukse kõrval. Õpilaste köögikogu, viis last ja kokk, muudab kord kuus ühte rooga ja näeb neli nädalat hiljem, mis juhtus. Uutes hangetes loeb söödud, mitte keedetud kilo.',
        'Each school weighs what leaves the kitchen and what comes back, dish by dish. The figures hang beside the canteen door the next day. The pupils’ kitchen council, five children and the cook, changes one dish a month and sees four weeks later what happened. New tenders count the kilo eaten, not the kilo cooked.',
      ),
      conditions: et(
        'Kaal ja kümme minutit päevas. Kokk peab tahtma: kahes koolis, kus ta ei tahtnud, ei muutunud midagi.',
        'A scale and ten minutes a day. The cook must want it: in the two schools where the cook did not, nothing changed.',
      ),
      stage: 'diffusion' as const,
      level: 'national' as const,
      started: time.month(-27),
      languages: ['et', 'en', 'fi'],
      contacts: [
        {
          name: et('Kaldavere Haridusamet', 'Kaldavere Board of Education'),
          url: 'https://haridus.kaldavere.example',
        },
      ],
      slug: 'school-meals',
    };
    return [
      {
        chapter: 1,
        body: {
          ...shared,
          topics: ['education', 'health'],
          principles: ['co-creation', 'sustainability'],
          summary: et(
            '42 kooli kaaluvad lõuna enne ja pärast söömist ning õpilased muudavad kord kuus ühte rooga. Ära visatakse 31% asemel 14%.',
            '42 schools weigh lunch before and after the meal, and once a month pupils change one dish. 14% is thrown away, it was 31%.',
          ),
          results: et(
            'Esimese aastaga langes äravisatud toidu osa 31%-lt 14%-le. Sama raha eest ostetakse nüüd kodumaist kala kord nädalas.',
            'In the first year the share thrown away fell from 31% to 14%. The same money now buys local fish once a week.',
          ),
          cost: et('Kaalud ja koolitus 380 eurot kooli kohta.', 'Scales and training, 380 euros a school.'),
          failed: et(
            'Algul riputasime üles ka klasside arvud. Lapsed hakkasid taldrikuid peitma. Nüüd näidatakse ainult roogi.',
            'At first we also put up the figures of each class. Children began to hide their plates. Now only dishes are shown.',
          ),
          facts: [
            { label: et('Ära visatakse', 'Thrown away'), value: et('31% → 14%', '31% → 14%') },
            { label: et('Koole', 'Schools'), value: et('42', '42') },
            { label: et('Kulu kooli kohta', 'Cost per school'), value: et('380 €', '€380') },
          ],
        },
      },
      {
        chapter: 4,
        body: {
          ...shared,
          topics: ['education', 'health', 'environment'],
          principles: ['co-creation', 'sustainability'],
          summary: et(
            '118 kooli kaaluvad lõuna enne ja pärast söömist. Ära visatakse 17%: rohkem kui esimestes koolides, veidi üle poole sellest, mis enne.',
            '118 schools weigh lunch before and after the meal. 17% is thrown away: more than in the first schools, little more than half of what it was.',
          ),
          results: et(
            '118 koolis visatakse ära 17% toidust, alguses 31%. Esimesed 42 kooli olid innukamad: seal püsib 14%, uutes on 19%. Montaluzilt võtsime üle lõhnahääletuse kõige väiksematele ja see jäi alles kolmes koolis neljast.',
            'In 118 schools 17% of the food is thrown away, it was 31%. The first 42 schools were keener: they stay at 14%, the new ones are at 19%. From Montaluz we took the vote by smell for the youngest, and three schools in four kept it.',
          ),
          evidence: [
            {
              label: et('Kaalumised kooli ja roa kaupa (CSV)', 'Weighings by school and dish (CSV)'),
              url: 'https://andmed.kaldavere.example/koolitoit/kaal.csv',
            },
          ],
          cost: et(
            'Kaalud ja koolitus 380 eurot kooli kohta; hooldus 25 eurot aastas. Säästetud toit katab selle neljandaks kuuks.',
            'Scales and training, 380 euros a school; upkeep 25 euros a year. The food saved pays for it by the fourth month.',
          ),
          failed: et(
            'Algul riputasime üles ka klasside arvud. Lapsed hakkasid taldrikuid peitma. Üheksa kooli lõpetas kaalumise, kui koolitaja enam ei käinud.',
            'At first we also put up the figures of each class. Children began to hide their plates. Nine schools stopped weighing once the trainer no longer came.',
          ),
          facts: [
            { label: et('Ära visatakse', 'Thrown away'), value: et('31% → 17%', '31% → 17%') },
            { label: et('Koole', 'Schools'), value: et('118', '118') },
            { label: et('Tasub ära', 'Pays for itself'), value: et('4. kuul', 'in month 4') },
            { label: et('Loobus', 'Gave up'), value: et('9 kooli', '9 schools') },
          ],
          note: et(
            'Kogu riigi arvud: 42 kooli asemel 118. Tulemus on veidi halvem kui alguses.',
            'Figures of the whole country: 118 schools in place of 42. The result is a little worse than at first.',
          ),
        },
      },
    ];
  },
};

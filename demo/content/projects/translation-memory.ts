import { es, et, ko } from '../text.ts';
import { type Deed, joins, zone } from './deed.ts';

/** A joint project of all three, with everything that a project can have, and who joins it. */
export const translationMemory: readonly Deed[] = [
  {
    key: 'translation memory',
    node: 'kaldavere',
    chapter: 2,
    path: '/projects',
    of: [],
    body: ({ time, node }) => ({
      title: et('Ühine tõlkemälu', 'A shared translation memory'),
      summary: et(
        'Kord tõlgitud ametlik tekst leitakse üles kõigis kolmes riigis, nii et keegi ei tõlgi sama lauset teist korda.',
        'An official text that was translated once is found again in all three countries, so that nobody translates the same sentence twice.',
      ),
      charter: et(
        'Kogume ametlike tekstide tõlkepaare ja teeme neist ühise otsingu.\n\nIga riik maksab oma inimeste eest ise. Ühist raha hoiab Kaldavere, ja iga kulu on näha.\n\nKõik, mis valmib, on avatud. Litsentsi otsustavad kõik liikmed koos.',
        'We collect pairs of translated official texts and build one search over them.\n\nEach country pays for its own people. Kaldavere holds the common money, and every spending can be seen.\n\nEverything that we make is open. All members decide on the licence together.',
      ),
      partners: [
        { node: node('montaluz'), name: 'Montaluz' },
        { node: node('haesol'), name: 'Haesol' },
      ],
      topics: ['government', 'science'],
      languages: ['en', 'et', 'es', 'ko'],
      start: time.month(-8),
      end: time.month(16),
      zone: zone.kaldavere,
      workPackages: [
        { key: 'texts', title: et('Tekstide kogumine', 'Collecting texts'), lead: node('kaldavere') },
        { key: 'search', title: et('Otsing', 'Search'), lead: node('haesol') },
        { key: 'offices', title: et('Kasutus ametites', 'Use in offices'), lead: node('montaluz') },
      ],
      milestones: [
        {
          key: 'format',
          title: et('Vormingus on kokku lepitud', 'The format is agreed'),
          deadline: time.month(1),
          workPackage: 'texts',
        },
        {
          key: 'pilot',
          title: et('Viis ametit katsetab', 'Five offices try it out'),
          deadline: time.month(-2),
          workPackage: 'offices',
        },
        {
          key: 'open',
          title: et('Otsing on kõigile avatud', 'The search is open to all'),
          deadline: time.month(9),
          workPackage: 'search',
        },
      ],
    }),
  },
  joins(
    'translation memory',
    'montaluz',
    es('Buscamos cinco oficinas para la prueba.', 'We find five offices for the trial.'),
  ),
  joins('translation memory', 'haesol', ko('검색을 만들고 운영합니다.', 'We build and run the search.')),
];

import type { NodeKey } from './story.ts';
import { es, et, ko } from './text.ts';
import type { DemoTime } from './time.ts';

/** What an act of the demo can name: acts before it, and the nodes. */
export interface Known {
  time: DemoTime;
  /** Subject of an earlier act. */
  sub(key: string): string;
  /** Origin of a node. */
  node(key: NodeKey): string;
}

/** One act in a joint project, over the API of one node. */
export interface Deed {
  key: string;
  node: NodeKey;
  chapter: number;
  path: string;
  /** Keys of the acts that it speaks of: they must have come to its node first. */
  of: readonly string[];
  body(known: Known): unknown;
}

const zone = { kaldavere: 'Europe/Tallinn', montaluz: 'Europe/Madrid', haesol: 'Asia/Seoul' } as const;

/** What the lead says of each contribution that has come. */
const ARRIVED: Readonly<Record<string, object>> = {
  money: { amount: '25000', unit: 'EUR' },
  servers: { amount: '2', unit: 'pieces' },
  code: { amount: '48', unit: 'changes' },
};

/** A joint project of all three, with everything that a project can have. */
const translation: readonly Deed[] = [
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
  entry('translation hours', 'kaldavere', 3, [], {
    ...{ type: 'contribution', amount: '320', unit: 'hours' },
    text: et('Keeletehnoloogi ja toimetaja töö', 'Work of a language engineer and an editor'),
  }),
  joins(
    'translation memory',
    'montaluz',
    es('Buscamos cinco oficinas para la prueba.', 'We find five offices for the trial.'),
  ),
  joins('translation memory', 'haesol', ko('검색을 만들고 운영합니다.', 'We build and run the search.')),
  entry('translation pledge', 'montaluz', 3, [], {
    ...{ type: 'pledge', amount: '40000', unit: 'EUR' },
    text: es('Del presupuesto de innovación de este año', 'From this year’s budget for innovation'),
  }),
  entry('translation money', 'montaluz', 4, ['translation pledge'], ({ sub }) => ({
    ...{ type: 'contribution', amount: '25000', unit: 'EUR', of: sub('translation pledge') },
    text: es('Primera mitad', 'First half'),
  })),
  entry('translation servers', 'montaluz', 4, [], {
    ...{ type: 'contribution', amount: '2', unit: 'pieces' },
    text: es('Dos servidores del centro de cálculo', 'Two servers of the computing centre'),
  }),
  entry('translation code', 'haesol', 4, [], {
    ...{ type: 'contribution', amount: '48', unit: 'changes' },
    text: ko('검색 엔진에 반영된 변경', 'Changes that were taken into the search engine'),
  }),
  entry('translation won', 'haesol', 4, [], {
    ...{ type: 'pledge', amount: '30000000', unit: 'KRW' },
    text: ko('내년 예산에서', 'From next year’s budget'),
  }),
  ...['money', 'servers', 'code'].map((what) =>
    entry(`translation ${what} arrived`, 'kaldavere', 5, [`translation ${what}`], ({ sub }) => ({
      ...{ type: 'acknowledgement', of: sub(`translation ${what}`) },
      ...ARRIVED[what],
    })),
  ),
  entry('translation hosting', 'kaldavere', 5, [], {
    ...{ type: 'spending', amount: '18400.5', unit: 'EUR', workPackage: 'search' },
    text: et('Majutus ja turvakontroll', 'Hosting and a security review'),
  }),
  entry('translation typo', 'kaldavere', 5, [], {
    ...{ type: 'spending', amount: '740', unit: 'EUR', workPackage: 'offices' },
    text: et('Koolitus', 'Training'),
  }),
  entry('translation correction', 'kaldavere', 5, ['translation typo'], ({ sub }) => ({
    ...{ type: 'reversal', of: sub('translation typo') },
    text: et('Koolituse maksis Montaluz ise.', 'Montaluz paid for the training itself.'),
  })),
  entry('translation hours used', 'kaldavere', 5, [], {
    ...{ type: 'spending', amount: '212.5', unit: 'hours', workPackage: 'texts' },
    text: et('Kolm tuhat dokumenti', 'Three thousand documents'),
  }),
  {
    key: 'translation licence',
    node: 'kaldavere',
    chapter: 4,
    path: '/project-decisions',
    of: ['join translation memory montaluz', 'join translation memory haesol'],
    body: ({ sub, time }) => ({
      project: sub('translation memory'),
      decision: {
        title: et('Andmete litsents', 'Licence of the data'),
        text: et(
          'Millise litsentsiga me tõlkepaarid avaldame?',
          'Under which licence do we publish the pairs?',
        ),
        options: [
          { key: '1', title: et('CC0, tingimusteta', 'CC0, no conditions') },
          { key: '2', title: et('CC BY 4.0, allikale viidates', 'CC BY 4.0, naming the source') },
        ],
        rule: 'all',
        deadline: time.month(1),
        zone: zone.kaldavere,
      },
    }),
  },
  ...(['kaldavere', 'montaluz', 'haesol'] as const).map(
    (node): Deed => ({
      key: `translation licence ${node}`,
      node,
      chapter: 5,
      path: '/project-votes',
      of: ['translation licence'],
      body: ({ sub }) => ({ decision: sub('translation licence'), vote: { option: '1' } }),
    }),
  ),
  {
    key: 'translation format agreed',
    node: 'kaldavere',
    chapter: 4,
    path: '/project-updates',
    of: [],
    body: ({ sub }) => ({
      project: sub('translation memory'),
      update: {
        milestone: 'format',
        text: et(
          'Leppisime kokku ühes vormingus: iga lausepaar kannab oma allikat ja kuupäeva.',
          'We agreed on one format: each pair of sentences carries its source and date.',
        ),
      },
    }),
  },
  {
    key: 'translation output',
    node: 'haesol',
    chapter: 4,
    path: '/project-outputs',
    of: ['plain-letters 1'],
    body: ({ sub }) => ({
      project: sub('translation memory'),
      output: {
        kind: 'practice',
        title: ko('쉬운 편지의 용어집', 'The word list of our plain letters'),
        text: ko(
          '쉬운 편지 사례에서 모은 용어를 세 언어로 옮겼습니다.',
          'The terms that we collected for our plain letters, in three languages.',
        ),
        url: sub('plain-letters 1'),
        record: sub('plain-letters 1'),
      },
    }),
  },
  {
    key: 'translation dataset',
    node: 'kaldavere',
    chapter: 5,
    path: '/project-outputs',
    of: [],
    body: ({ sub }) => ({
      project: sub('translation memory'),
      output: {
        kind: 'dataset',
        title: et('Esimesed 12 000 lausepaari', 'The first 12,000 pairs of sentences'),
        url: 'https://data.kaldavere.example/translation-pairs-1.csv',
        sha256: '6f1ed002ab5595859014ebf0951522d9f6b1e7f2e8f14f1a7d2c0c3b5b1d9a4e',
      },
    }),
  },
];

/** A second one, which one partner has not answered yet. */
const wildfire: readonly Deed[] = [
  {
    key: 'wildfire drones',
    node: 'montaluz',
    chapter: 2,
    path: '/projects',
    of: [],
    body: ({ time, node }) => ({
      title: es('Ver antes el incendio', 'Seeing the fire earlier'),
      summary: es(
        'Sensores y vuelos compartidos en los montes, con un solo mapa para los equipos de dos países.',
        'Shared sensors and flights over the mountains, with one map for the crews of two countries.',
      ),
      charter: es(
        'Cada país coloca y mantiene sus sensores. El mapa y su programa son abiertos.\n\nLas alertas llegan a los dos países a la vez.',
        'Each country places and maintains its sensors. The map and its software are open.\n\nAlerts reach both countries at once.',
      ),
      partners: [
        { node: node('haesol'), name: 'Haesol' },
        { node: node('kaldavere'), name: 'Kaldavere' },
      ],
      topics: ['environment', 'justice'],
      languages: ['en', 'es', 'ko'],
      start: time.month(-3),
      end: time.month(9),
      zone: zone.montaluz,
      workPackages: [
        { key: 'sensors', title: es('Sensores', 'Sensors'), lead: node('montaluz') },
        { key: 'map', title: es('Mapa', 'Map'), lead: node('haesol') },
      ],
      milestones: [
        {
          key: 'first',
          title: es('Veinte sensores en el monte', 'Twenty sensors on the mountain'),
          deadline: time.month(2),
          workPackage: 'sensors',
        },
      ],
    }),
  },
  joins('wildfire drones', 'haesol', ko('지도와 알림을 맡습니다.', 'We take on the map and the alerts.')),
  entry(
    'wildfire sensors',
    'haesol',
    3,
    [],
    {
      ...{ type: 'contribution', amount: '12', unit: 'pieces' },
      text: ko('연기 감지기', 'Smoke sensors'),
    },
    'wildfire drones',
  ),
  entry(
    'wildfire own hours',
    'montaluz',
    3,
    [],
    {
      ...{ type: 'contribution', amount: '90', unit: 'hours' },
      text: es('Guardas forestales', 'Forest rangers'),
    },
    'wildfire drones',
  ),
  entry(
    'wildfire sensors arrived',
    'montaluz',
    4,
    ['wildfire sensors'],
    ({ sub }) => ({
      ...{ type: 'acknowledgement', amount: '12', unit: 'pieces', of: sub('wildfire sensors') },
    }),
    'wildfire drones',
  ),
  {
    key: 'wildfire call',
    node: 'montaluz',
    chapter: 3,
    path: '/project-calls',
    of: [],
    body: ({ sub, time }) => ({
      project: sub('wildfire drones'),
      title: es('Buscamos quien sepa de mareas y viento', 'We look for somebody who knows tides and wind'),
      text: es(
        'Nuestro mapa predice hacia dónde va el humo. Le falta el viento del mar, que en otros países se mide desde hace tiempo.',
        'Our map predicts where the smoke goes. It lacks the wind from the sea, which others have measured for long.',
      ),
      topics: ['environment', 'science'],
      languages: ['en', 'es'],
      deadline: time.month(3),
      zone: zone.montaluz,
    }),
  },
  {
    key: 'wildfire answer',
    node: 'kaldavere',
    chapter: 4,
    path: '/project-answers',
    of: ['wildfire call'],
    body: ({ sub }) => ({
      call: sub('wildfire call'),
      answer: {
        text: et(
          'Meil on viiskümmend rannajaama ja kakskümmend aastat mõõtmisi. Anname need lahtiselt.',
          'We have fifty coastal stations and twenty years of measurements. We give them openly.',
        ),
      },
    }),
  },
];

/** Knowledge that is offered and looked for; the first two fit each other. */
const experts: readonly Deed[] = [
  {
    key: 'expert language',
    node: 'kaldavere',
    chapter: 2,
    path: '/expert-offers',
    of: [],
    body: ({ node, time }) => ({
      title: et('Vormirikaste keelte töötlus', 'Processing languages with many word forms'),
      text: et(
        'Kaks nädalat aastas: sõnastikud, vormid, otsing.',
        'Two weeks a year: dictionaries, word forms, search.',
      ),
      organisation: {
        name: et('Keele instituut, keeletehnoloogia', 'Institute of the Language, language technology'),
        url: `${node('kaldavere')}/`,
      },
      topics: ['science', 'education'],
      languages: ['en', 'et'],
      until: time.month(12),
      zone: zone.kaldavere,
    }),
  },
  {
    key: 'expert search',
    node: 'haesol',
    chapter: 3,
    path: '/expert-requests',
    of: [],
    body: () => ({
      title: ko('여러 언어의 어형을 아는 사람', 'Somebody who knows word forms of many languages'),
      text: ko('번역 메모리 검색에 필요합니다.', 'For the search in the translation memory.'),
      organisation: { name: ko('정부혁신실, 검색 담당', 'Government Innovation Office, search') },
      topics: ['science', 'government'],
      languages: ['en', 'ko'],
      zone: zone.haesol,
    }),
  },
  {
    key: 'expert rangers',
    node: 'montaluz',
    chapter: 2,
    path: '/expert-offers',
    of: [],
    body: () => ({
      title: es('Prevención de incendios en monte seco', 'Preventing fires on dry mountains'),
      text: es('Visitas y cursos en invierno.', 'Visits and courses in winter.'),
      organisation: { name: es('Servicio Forestal, formación', 'Forest Service, training') },
      topics: ['environment'],
      languages: ['es', 'en'],
      zone: zone.montaluz,
    }),
  },
];

/** An entry of the ledger; of the translation memory, where nothing else is said. */
function entry(
  key: string,
  node: NodeKey,
  chapter: number,
  of: readonly string[],
  said: object | ((known: Known) => object),
  project = 'translation memory',
): Deed {
  return {
    key,
    node,
    chapter,
    path: '/project-entries',
    of: [project, ...of],
    body: (known) => ({
      project: known.sub(project),
      entry: typeof said === 'function' ? said(known) : said,
    }),
  };
}

function joins(project: string, node: NodeKey, part: ReturnType<typeof et>): Deed {
  return {
    key: `join ${project} ${node}`,
    node,
    chapter: 3,
    path: '/project-memberships',
    of: [project],
    body: ({ sub }) => ({ project: sub(project), membership: { part } }),
  };
}

export const deeds: readonly Deed[] = [...translation, ...wildfire, ...experts];

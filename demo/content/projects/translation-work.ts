import { et, ko } from '../text.ts';
import { type Deed, zone } from './deed.ts';

/** What the members of the translation memory decide together, and what comes of their work. */
export const translationWork: readonly Deed[] = [
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

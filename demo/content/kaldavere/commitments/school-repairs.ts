import type { CommitmentStory } from '../../story.ts';
import { et } from '../../text.ts';

export const schoolRepairs: CommitmentStory = {
  key: 'school-repairs',
  acts: ({ time }) => [
    {
      node: 'kaldavere',
      promise: {
        title: et('Koolimajade remondivõlg hoone kaupa', 'What is broken in every school building'),
        start: time.month(-19),
        end: time.month(-2),
        leads: [{ name: et('Kaldavere Haridusamet', 'Kaldavere Board of Education') }],
        supporting: [{ name: et('Õpilasesinduste Liit', 'Union of Pupils’ Councils') }],
        problem: et(
          'Kahel talvel suleti kool katuse pärast. Remondijärjekord oli olemas, aga seda ei näinud ei direktor ega vald.',
          'In two winters a school was closed because of its roof. There was a queue for repairs, and neither the head nor the town could see it.',
        ),
        what: et(
          'Iga kooli kohta on avalik leht: mis on katki, kui ohtlik, mis maksab, mitmes järjekorras. Õpilased võivad lisada pildi.',
          'Every school has a public page: what is broken, how dangerous it is, what it costs, which place in the queue. Pupils may add a picture.',
        ),
        how: et(
          'Kes näeb järjekorda, saab küsida, miks keegi ette lasti.',
          'Whoever sees the queue can ask why somebody was let in before.',
        ),
        values: ['transparency', 'accountability', 'participation'],
        theme: et('Koolid', 'Schools'),
        areas: ['education', 'infrastructure-transport'],
        sdgs: [4],
        budget: et('Olemasolevast eelarvest.', 'From the budget that there is.'),
        consultation: 'https://osale.kaldavere.example/koolimajad',
        milestones: [
          {
            key: 'survey',
            title: et('Kõik majad on üle vaadatud', 'All buildings are surveyed'),
            deadline: time.month(-11),
          },
          {
            key: 'pages',
            title: et('Igal majal on avalik leht', 'Every building has a public page'),
            deadline: time.month(-5),
            indicators: [
              {
                key: 'schools',
                text: et('Koole, millel on leht', 'Schools with a page'),
                baseline: 0,
                target: 236,
                unit: et('kooli', 'schools'),
                deadline: time.month(-5),
              },
            ],
          },
          {
            key: 'pictures',
            title: et('Õpilased saavad pilte lisada', 'Pupils can add pictures'),
            deadline: time.month(-2),
          },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-9),
        status: 'limited',
        progress: et(
          'Üle on vaadatud 140 maja 236-st. Ülevaatajaid on kolm.',
          '140 buildings of 236 are surveyed. There are three surveyors.',
        ),
        milestones: [
          { key: 'survey', status: 'limited' },
          { key: 'schools', status: 'not-started', value: 0 },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-3),
        status: 'limited',
        progress: et(
          'Kõik majad on üle vaadatud. Lehti on 61. Ülejäänud ootavad, sest kaheksa valda ei soovi hinda avaldada enne hanget. Tähtajast jääme maha ja ütleme seda siin.',
          'All buildings are surveyed. There are 61 pages. The others wait because eight towns do not wish to publish the cost before the tender. We shall miss the deadline, and say so here.',
        ),
        challenges: et(
          'Hinna avaldamine enne hanget: ministeerium ja vallad ei ole kokku leppinud.',
          'Publishing costs before a tender: ministry and towns have not agreed.',
        ),
        milestones: [
          { key: 'survey', status: 'complete' },
          { key: 'pages', status: 'limited' },
          { key: 'schools', status: 'limited', value: 61 },
          { key: 'pictures', status: 'not-started' },
        ],
      },
    },
  ],
};

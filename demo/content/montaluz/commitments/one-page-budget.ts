import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, ko } from '../../text.ts';

const READERS = `region;towns;with a sheet;sheets a reader understood (of 10)
Valle Alto;88;88;9
La Ribera;121;121;8
Sierra Sur;64;62;9
Costa;40;40;9
`;

export const onePageBudget: CommitmentStory = {
  key: 'one-page-budget',
  acts: ({ time, at }) => [
    {
      node: 'montaluz',
      promise: {
        title: es('El presupuesto de cada pueblo, en una hoja', 'The budget of every town on one sheet'),
        start: time.month(-21),
        end: time.month(-1),
        leads: [{ name: es('Ministerio de Hacienda de Montaluz', 'Ministry of Finance of Montaluz') }],
        supporting: [{ name: es('Federación de Municipios', 'Federation of Towns') }],
        problem: es(
          'El presupuesto de un pueblo de 800 habitantes ocupa 240 páginas. En una encuesta, el 4 % de los vecinos sabía en qué se gasta más.',
          'The budget of a town of 800 takes 240 pages. Asked, 4% of the people knew what most of it goes to.',
        ),
        what: es(
          'Una hoja por pueblo, igual para todos: de dónde viene el dinero, a dónde va, qué cambió y a quién se pregunta. Se reparte en papel con el recibo del agua.',
          'One sheet a town, the same for all: where the money comes from, where it goes, what changed, and whom to ask. It comes on paper with the water bill.',
        ),
        how: es(
          'Quien entiende la hoja puede ir al pleno y discutir la partida. Quien quiere más tiene los datos debajo.',
          'Whoever understands the sheet can go to the council and argue about a line. Whoever wants more has the data under it.',
        ),
        values: ['transparency', 'participation'],
        theme: es('Dinero público', 'Public money'),
        areas: ['fiscal-openness', 'open-data'],
        sdgs: [16],
        budget: es('210.000, casi todo en papel.', '210,000, nearly all of it for paper.'),
        consultation: 'https://participa.montaluz.example/hoja',
        milestones: [
          {
            key: 'sheet',
            title: es('La hoja está diseñada con vecinos', 'The sheet is designed with residents'),
            deadline: time.month(-15),
          },
          {
            key: 'towns',
            title: es('Todos los pueblos tienen su hoja', 'Every town has its sheet'),
            deadline: time.month(-4),
            indicators: [
              {
                key: 'share',
                text: es('Pueblos con hoja', 'Towns with a sheet'),
                baseline: 0,
                target: 313,
                unit: es('pueblos', 'towns'),
                deadline: time.month(-4),
                dataset: 'https://datos.montaluz.example/presupuestos',
              },
            ],
          },
          {
            key: 'post',
            title: es('Llega con el recibo del agua', 'It comes with the water bill'),
            deadline: time.month(-1),
          },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-10),
        status: 'substantial',
        progress: es(
          'La hoja se probó con 48 vecinos en seis pueblos y se cambió cuatro veces. 190 pueblos la tienen.',
          'The sheet was tried with 48 residents in six towns and changed four times. 190 towns have it.',
        ),
        milestones: [
          { key: 'sheet', status: 'complete' },
          { key: 'towns', status: 'substantial' },
          { key: 'share', status: 'substantial', value: 190 },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(0),
        status: 'complete',
        progress: es(
          '311 de 313 pueblos tienen su hoja; los otros dos se fusionaron con el de al lado. Llegó con el recibo a 402.000 casas, un mes tarde por una huelga de imprenta.',
          '311 of 313 towns have their sheet; the other two were merged with a neighbour. It came with the bill to 402,000 homes, a month late because the printers were on strike.',
        ),
        milestones: [
          { key: 'towns', status: 'complete' },
          { key: 'share', status: 'complete', value: 311 },
          { key: 'post', status: 'complete' },
        ],
        evidence: [
          table(
            at.montaluz,
            es(
              'Pueblos con hoja, y hojas que una persona entendió (CSV)',
              'Towns with a sheet, and sheets that a reader understood (CSV)',
            ),
            READERS,
          ),
        ],
      },
    },
    {
      node: 'haesol',
      assessment: {
        assessor: { name: ko('해솔 살림시민회', 'Haesol Citizens’ Budget Watch') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'substantial',
          completion: 'complete',
          results: 'moderate',
        },
        reasoning: ko(
          '서른 개 마을에 전화했고 모두 종이를 받았다고 했습니다. 가장 큰 지출이 무엇인지 아는 사람은 4%에서 38%가 되었습니다. 마을 회의에 온 사람이 늘었는지는 아직 알 수 없습니다.',
          'We telephoned thirty towns, and all had received the paper. 38% know what most of the money goes to; it was 4%. Whether more people come to the council cannot be said yet.',
        ),
      },
    },
  ],
};

import { table, tableOf } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et } from '../../text.ts';

const WEEKS = `hospital;weeks with a figure;weeks since the start
San Roque;52;52
Puerta del Valle;52;52
Las Fuentes;50;52
Monte Claro;21;52
Santa Ana;0;52
El Pinar;0;52
La Cruz;0;52
`;
const weeksLabel = es('Semanas publicadas por hospital (CSV)', 'Weeks published by hospital (CSV)');

export const surgeryQueue: CommitmentStory = {
  key: 'surgery-queue',
  acts: ({ time, at }) => [
    {
      node: 'montaluz',
      promise: {
        title: es(
          'Cuánto se espera a una operación, hospital por hospital y cada semana',
          'How long one waits for surgery, hospital by hospital, every week',
        ),
        start: time.month(-17),
        end: time.month(1),
        leads: [{ name: es('Servicio de Salud de Montaluz', 'Health Service of Montaluz') }],
        supporting: [{ name: es('Asociación de Pacientes', 'Patients’ Association') }],
        problem: es(
          'Solo se publicaba la media nacional, dos veces al año. Entre el hospital más lento y el más rápido había siete meses, y nadie lo sabía al elegir.',
          'Only the national average was published, twice a year. Seven months lay between the slowest and the fastest hospital, and nobody knew when choosing.',
        ),
        what: es(
          'Los 38 hospitales publican cada lunes cuántas personas esperan y desde cuándo, por operación. Quien espera puede pedir por teléfono que lo pasen a otro hospital.',
          'Every Monday the 38 hospitals publish how many people wait and since when, for each operation. Whoever waits can ask by telephone to be moved to another hospital.',
        ),
        how: es(
          'Elegir con datos acorta la cola de quien puede viajar, y también la de quien no.',
          'Choosing with data shortens the queue for those who can travel, and for those who cannot.',
        ),
        values: ['transparency', 'accountability'],
        theme: es('Salud', 'Health'),
        areas: ['health-nutrition', 'public-service-delivery'],
        sdgs: [3, 10],
        budget: es('1,9 millones.', '1.9 million.'),
        consultation: 'https://participa.montaluz.example/espera',
        milestones: [
          {
            key: 'rule',
            title: es('La orden obliga a publicar', 'The order makes publishing a duty'),
            deadline: time.month(0),
          },
          {
            key: 'hospitals',
            title: es('Todos los hospitales publican cada semana', 'All hospitals publish every week'),
            deadline: time.month(0),
            indicators: [
              {
                key: 'weekly',
                text: es('Hospitales que publican cada semana', 'Hospitals that publish every week'),
                baseline: 0,
                target: 38,
                unit: es('hospitales', 'hospitals'),
                deadline: time.month(0),
                dataset: 'https://datos.montaluz.example/espera',
              },
            ],
          },
          {
            key: 'move',
            title: es('Se puede cambiar de hospital por teléfono', 'One can change hospital by telephone'),
            deadline: time.month(1),
          },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-7),
        status: 'limited',
        progress: es(
          'La orden está en vigor y publican 14 hospitales.',
          'The order is in force, and 14 hospitals publish.',
        ),
        milestones: [
          { key: 'rule', status: 'complete' },
          { key: 'hospitals', status: 'limited' },
          { key: 'weekly', status: 'limited', value: 14 },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-1),
        status: 'complete',
        progress: es(
          'Los 38 hospitales tienen su página. El cambio por teléfono funciona: 3.100 personas lo pidieron y a 2.700 se las operó antes.',
          'All 38 hospitals have their page. Changing by telephone works: 3,100 people asked for it, and 2,700 were operated on sooner.',
        ),
        milestones: [
          { key: 'hospitals', status: 'complete' },
          { key: 'weekly', status: 'complete', value: 38 },
          { key: 'move', status: 'complete' },
        ],
        evidence: [table(at.montaluz, weeksLabel, WEEKS)],
        links: [
          {
            label: es('Las páginas de los hospitales', 'The pages of the hospitals'),
            url: 'https://espera.montaluz.example',
          },
        ],
      },
    },
    {
      node: 'kaldavere',
      assessment: {
        assessor: {
          name: et('Kaldavere Patsientide Liit', 'Patients’ Union of Kaldavere'),
          url: 'https://patsiendid.kaldavere.example',
        },
        codes: {
          scheme: 'irm-2015',
          specificity: 'high',
          relevant: true,
          impact: 'moderate',
          completion: 'substantial',
          opened: 'marginal',
        },
        reasoning: et(
          'Leht on kõigil 38 haiglal, aga seitsmest, mida valitsuse enda tabel nimetab, kolmel pole ainsatki arvu ja ühel on pool aastat puudu. Iganädalane on see 31 haiglas. Telefonitsi vahetamine töötab nii, nagu öeldud: proovisime kuus korda.',
          'All 38 hospitals have a page; of the seven that the government’s own table names, three have no figure at all, and one lacks half a year. Weekly it is in 31 hospitals. Changing by telephone works as they say: we tried six times.',
        ),
        milestones: [
          { key: 'rule', completion: 'complete' },
          {
            key: 'hospitals',
            completion: 'substantial',
            reason: et('Leht ilma arvudeta ei ole avaldamine.', 'A page without figures is not publishing.'),
          },
          { key: 'move', completion: 'complete' },
        ],
        evidence: [tableOf(at.montaluz, weeksLabel, WEEKS)],
      },
    },
  ],
};

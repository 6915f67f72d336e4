import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et } from '../../text.ts';

const ROUTES = `route;children;minutes by timetable;minutes measured
Valle Alto 3;14;35;52
Valle Alto 4;9;40;41
Sierra Sur 1;22;55;78
La Ribera 12;31;20;19
`;

export const schoolRoutes: CommitmentStory = {
  key: 'school-routes',
  acts: ({ time, at }) => [
    {
      node: 'montaluz',
      promise: {
        title: es(
          'Ningún niño más de 45 minutos en el autobús, y que se pueda comprobar',
          'No child more than 45 minutes in the school bus, and everyone can check',
        ),
        start: time.month(-14),
        end: time.month(7),
        leads: [{ name: es('Ministerio de Educación de Montaluz', 'Ministry of Education of Montaluz') }],
        supporting: [{ name: es('Escuelas Rurales Unidas', 'United Village Schools') }],
        problem: es(
          'El límite de 45 minutos existe desde hace veinte años. Se comprobaba con el horario, que escribe la empresa.',
          'The limit of 45 minutes is twenty years old. It was checked against the timetable, which the company writes.',
        ),
        what: es(
          'Cada ruta publica el tiempo medido, no el previsto. Si pasa de 45 minutos durante un mes, la ruta se parte en dos y los padres deciden cómo.',
          'Each route publishes the time that was measured, not the one that was planned. If it is over 45 minutes for a month, the route is split in two, and parents decide how.',
        ),
        how: es(
          'El tiempo lo mide un aparato y la solución la eligen quienes lo sufren.',
          'A device takes the time, and those who suffer from it choose the remedy.',
        ),
        values: ['transparency', 'participation', 'accountability'],
        theme: es('Educación', 'Education'),
        areas: ['education', 'infrastructure-transport'],
        sdgs: [4, 11],
        budget: es('520.000 al año.', '520,000 a year.'),
        consultation: 'https://participa.montaluz.example/autobus',
        milestones: [
          {
            key: 'measured',
            title: es('Todas las rutas se miden', 'All routes are measured'),
            deadline: time.month(0),
          },
          {
            key: 'split',
            title: es('Las rutas largas, partidas', 'Long routes are split'),
            deadline: time.month(7),
            indicators: [
              {
                key: 'long-routes',
                text: es('Rutas de más de 45 minutos', 'Routes over 45 minutes'),
                baseline: 87,
                target: 0,
                unit: es('rutas', 'routes'),
                deadline: time.month(7),
              },
            ],
          },
        ],
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-1),
        status: 'substantial',
        progress: es(
          'Se miden las 640 rutas. De las 87 largas quedan 29. Los padres eligieron partir 41 y adelantar el recorrido en 17, una solución que no se nos había ocurrido.',
          'All 640 routes are measured. Of the 87 long ones 29 are left. Parents chose to split 41, and to turn the order round in 17, which we had not thought of.',
        ),
        challenges: es('Faltan 12 conductores.', '12 drivers are missing.'),
        milestones: [
          { key: 'measured', status: 'complete' },
          { key: 'split', status: 'substantial' },
          { key: 'long-routes', status: 'substantial', value: 29 },
        ],
        evidence: [
          table(
            at.montaluz,
            es(
              'Minutos previstos y medidos en cuatro rutas (CSV)',
              'Minutes planned and measured on four routes (CSV)',
            ),
            ROUTES,
          ),
        ],
      },
    },
    {
      node: 'kaldavere',
      assessment: {
        assessor: { name: et('Saarte Koolide Selts', 'Society of Island Schools') },
        codes: {
          scheme: 'irm-2015',
          specificity: 'high',
          relevant: true,
          impact: 'transformative',
          completion: 'substantial',
        },
        reasoning: et(
          'Sõitsime kaheksa liini ise läbi, kell käes. Kõigil kaheksal oli avaldatud aeg õige kahe minuti täpsusega. 29 pikka liini on veel alles, nagu öeldud.',
          'We rode eight routes ourselves, watch in hand. On all eight the published time was right within two minutes. The 29 long routes are still there, as they say.',
        ),
      },
    },
  ],
};

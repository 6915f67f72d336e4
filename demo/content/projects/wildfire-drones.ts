import { es, et, ko } from '../text.ts';
import { type Deed, entry, joins, zone } from './deed.ts';

/** A second one, which one partner has not answered yet. */
export const wildfireDrones: readonly Deed[] = [
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

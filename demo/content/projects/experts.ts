import { es, et, ko } from '../text.ts';
import { type Deed, zone } from './deed.ts';

/** Knowledge that is offered and looked for; the first two fit each other. */
export const experts: readonly Deed[] = [
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

import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et, ko } from '../../text.ts';

const DRILLS = `drill;place;call to first boat (minutes);goal
1;Suursaar;24;30
2;Kivirahu;41;30
3;Solseom;19;30
4;Deungdae;33;30
`;

export const rescueDrills: CommitmentStory = {
  key: 'rescue-drills',
  acts: ({ time, at }) => [
    {
      node: 'kaldavere',
      promise: {
        title: et(
          'Merepääste õppused, mille aja avaldab teine riik',
          'Sea rescue drills that are timed by the other country',
        ),
        start: time.month(-12),
        end: time.month(9),
        leads: [
          { name: et('Kaldavere Merepääste', 'Kaldavere Sea Rescue') },
          {
            name: ko('해솔 해양구조대', 'Haesol Coast Rescue'),
            node: at.haesol,
            url: 'https://gujo.haesol.example',
          },
        ],
        problem: et(
          'Pääste kiirust mõõtis pääste ise. Viie aasta keskmine oli alati täpselt eesmärgi piires ja keegi ei uskunud seda.',
          'How fast rescue is was measured by rescue itself. The average of five years was always just within the goal, and nobody believed it.',
        ),
        what: et(
          'Kaks riiki peavad aastas kaheksa etteteatamata õppust teineteise juures. Aja võtab külaline ja avaldab samal päeval, ka siis, kui see on halb.',
          'The two countries hold eight unannounced drills a year at each other’s coast. The guest takes the time and publishes it the same day, also when it is bad.',
        ),
        how: et(
          'Arv, mille annab teine, on aus, ja vead lähevad ühte nimekirja.',
          'A figure that comes from another is honest, and what went wrong goes on one list.',
        ),
        values: ['accountability', 'transparency'],
        theme: et('Elu saartel', 'Life on the islands'),
        areas: ['public-safety', 'public-service-delivery'],
        sdgs: [14, 16],
        budget: et(
          'Kumbki riik kannab oma kulud, umbes 90 000 eurot aastas.',
          'Each country bears its own cost, about 90,000 euros a year.',
        ),
        consultation: 'https://osale.kaldavere.example/merepaaste',
        milestones: [
          {
            key: 'agreement',
            title: et('Kokkulepe on sõlmitud ja avalik', 'The agreement is made, and public'),
            deadline: time.month(0),
          },
          {
            key: 'our-coast',
            title: et('Õppused Kaldavere rannikul', 'Drills at the coast of Kaldavere'),
            lead: et('Aja võtab Haesol', 'Timed by Haesol'),
            deadline: time.month(6),
            indicators: [
              {
                key: 'our-drills',
                text: et('Peetud õppusi', 'Drills held'),
                baseline: 0,
                target: 4,
                unit: et('õppust', 'drills'),
                deadline: time.month(6),
              },
            ],
          },
          {
            key: 'their-coast',
            title: et('Õppused Haesoli rannikul', 'Drills at the coast of Haesol'),
            lead: et('Aja võtab Kaldavere', 'Timed by Kaldavere'),
            deadline: time.month(6),
            indicators: [
              {
                key: 'their-drills',
                text: et('Peetud õppusi', 'Drills held'),
                baseline: 0,
                target: 4,
                unit: et('õppust', 'drills'),
                deadline: time.month(6),
              },
            ],
          },
          {
            key: 'mended',
            title: et('Vead on parandatud', 'What went wrong is mended'),
            deadline: time.month(9),
          },
        ],
      },
    },
    {
      node: 'haesol',
      lead: {
        milestones: ['their-coast', 'their-drills', 'mended'],
        part: ko(
          '우리 바다에서 하는 훈련 네 번을 맡고, 칼다베레 해안의 시간을 잽니다.',
          'We answer for the four drills at our coast, and take the time at the coast of Kaldavere.',
        ),
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-2),
        status: 'limited',
        progress: et(
          'Kokkulepe on avalik. Kaks õppust peetud: Suursaarel 24 minutit, Kivirahul 41. Kivirahule jõudis paat eesmärgist 11 minutit hiljem, sest võti oli teises majas.',
          'The agreement is public. Two drills were held: 24 minutes at Suursaar, 41 at Kivirahu. At Kivirahu the boat was 11 minutes over the goal because the key lay in another house.',
        ),
        milestones: [
          { key: 'agreement', status: 'complete' },
          { key: 'our-coast', status: 'limited' },
          { key: 'our-drills', status: 'limited', value: 2 },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-1),
        status: 'substantial',
        progress: ko(
          '우리 바다에서 두 번 훈련했습니다. 솔섬 19분, 등대곶 33분입니다. 키를 다른 건물에 두던 것은 두 나라 모두 고쳤습니다. 남은 훈련은 겨울 바다에서 합니다.',
          'Two drills were held at our coast: 19 minutes at Solseom, 33 at Deungdae. Keys in another house: mended in both countries. The drills that are left are held in winter.',
        ),
        milestones: [
          { key: 'their-coast', status: 'limited' },
          { key: 'their-drills', status: 'limited', value: 2 },
          { key: 'mended', status: 'limited' },
        ],
        evidence: [table(at.haesol, ko('훈련 네 번의 시간 (CSV)', 'Times of the four drills (CSV)'), DRILLS)],
      },
    },
    {
      node: 'montaluz',
      assessment: {
        assessor: { name: es('Cruz de Montaña de Montaluz', 'Mountain Cross of Montaluz') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'substantial',
          completion: 'limited',
        },
        reasoning: es(
          'Se han hecho cuatro simulacros de ocho. Los tiempos malos se publicaron el mismo día, que es lo que importa. Llamarlo «sustancial» es pronto: los simulacros de invierno, los difíciles, están por hacer.',
          'Four drills of eight were held. Bad times were published on the same day, which is what matters. To call that “substantial” is early: the winter drills, the hard ones, are still to come.',
        ),
        milestones: [
          { key: 'agreement', completion: 'complete' },
          { key: 'our-coast', completion: 'limited' },
          { key: 'their-coast', completion: 'limited' },
        ],
      },
    },
  ],
};

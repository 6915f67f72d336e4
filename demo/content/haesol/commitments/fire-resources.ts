import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et, ko } from '../../text.ts';

const FIRES = `fire;asked at;lent from;hours to arrival
Namgang ridge;14:20;Montaluz;19
Peña Roja;03:05;Haesol;22
Solmaru;11:40;none;
`;

export const fireResources: CommitmentStory = {
  key: 'fire-resources',
  acts: ({ time, at }) => [
    {
      node: 'haesol',
      promise: {
        title: ko(
          '산불에 쓸 수 있는 것을 두 나라가 함께 공개',
          'What two countries have against wildfire, published together',
        ),
        start: time.month(-10),
        end: time.month(8),
        leads: [
          { name: ko('해솔 산림재난청', 'Forest Disaster Agency of Haesol') },
          {
            name: es('Bomberos Forestales de Montaluz', 'Forest Fire Service of Montaluz'),
            node: at.montaluz,
            url: 'https://bomberos.montaluz.example',
          },
        ],
        problem: ko(
          '두 나라의 산불 철은 여섯 달 떨어져 있어 한쪽이 탈 때 다른 쪽 헬기는 서 있습니다. 그런데 무엇이 비어 있는지 전화로 묻습니다.',
          'The fire seasons of the two countries lie six months apart: while one burns, the helicopters of the other stand still. What is free is asked by telephone.',
        ),
        what: ko(
          '헬기, 물탱크, 사람의 수와 준비 시간을 날마다 공개하고, 빌려준 일과 늦은 일을 모두 적습니다.',
          'Helicopters, tanks and crews, and how soon they are ready, are published every day. Each loan is on record, and each delay.',
        ),
        how: ko(
          '비어 있는 것을 알면 하루 먼저 부를 수 있습니다.',
          'Whoever knows what is free can call a day sooner.',
        ),
        values: ['transparency', 'technology'],
        theme: ko('재난', 'Disasters'),
        areas: ['public-safety', 'environment-climate', 'open-data'],
        sdgs: [13, 15, 17],
        budget: ko('두 나라가 반씩, 한 해 4억 원.', 'Half each, 400 million won a year.'),
        consultation: 'https://chamyeo.haesol.example/fire',
        milestones: [
          {
            key: 'terms',
            title: ko('빌려주는 조건을 공개', 'The terms of lending are public'),
            deadline: time.month(0),
          },
          {
            key: 'haesol-list',
            title: ko('해솔의 목록', 'The list of Haesol'),
            deadline: time.month(0),
            indicators: [
              {
                key: 'haesol-units',
                text: ko('목록에 있는 부대', 'Units on the list'),
                baseline: 0,
                target: 120,
                unit: ko('부대', 'units'),
                deadline: time.month(0),
              },
            ],
          },
          {
            key: 'montaluz-list',
            title: ko('몬탈루스의 목록', 'The list of Montaluz'),
            lead: ko('몬탈루스 산불진화대', 'Forest Fire Service of Montaluz'),
            deadline: time.month(2),
          },
          {
            key: 'season',
            title: ko('한 철을 함께 겪고 고침', 'One season together, and what it taught'),
            deadline: time.month(8),
          },
        ],
      },
    },
    {
      node: 'montaluz',
      lead: {
        milestones: ['montaluz-list', 'season'],
        part: es(
          'Publicamos nuestra lista cada mañana y contamos también lo que llegó tarde.',
          'We publish our list every morning, and count also what came late.',
        ),
      },
    },
    {
      node: 'montaluz',
      report: {
        period: time.month(-2),
        status: 'limited',
        progress: es(
          'La lista de Montaluz sale cada mañana en tres provincias de siete. El primer préstamo a Haesol llegó a las 19 horas.',
          'The list of Montaluz comes out every morning in three provinces of seven. The first loan to Haesol arrived after 19 hours.',
        ),
        milestones: [
          { key: 'montaluz-list', status: 'limited' },
          { key: 'season', status: 'not-started' },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-1),
        status: 'substantial',
        progress: ko(
          '조건과 120개 부대의 목록이 공개되어 있습니다. 세 번 불러 두 번 받았고, 솔마루 때는 빌릴 것이 없었습니다. 빈손이었던 일도 목록에 있습니다.',
          'The terms and a list of 120 units are public. We asked three times and got help twice; at Solmaru there was nothing to lend. That is on the list too.',
        ),
        milestones: [
          { key: 'terms', status: 'complete' },
          { key: 'haesol-list', status: 'complete' },
          { key: 'haesol-units', status: 'complete', value: 120 },
        ],
        evidence: [table(at.haesol, ko('부탁 세 번 (CSV)', 'Three requests (CSV)'), FIRES)],
      },
    },
    {
      node: 'kaldavere',
      assessment: {
        assessor: { name: et('Kaldavere Päästekolledž', 'Rescue College of Kaldavere') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'substantial',
          completion: 'substantial',
        },
        reasoning: et(
          'Haesoli nimekiri on täielik ja iga päev uus. Montaluz on poole peal ja ütleb seda ise. Kõige väärtuslikum on rida, kus abi ei tulnud: sellest saab õppida.',
          'The list of Haesol is whole, and new every day. Montaluz is half way, and says so. What is worth most is the line where no help came: one can learn from it.',
        ),
        milestones: [
          { key: 'haesol-list', completion: 'complete' },
          { key: 'montaluz-list', completion: 'limited' },
        ],
      },
    },
  ],
};

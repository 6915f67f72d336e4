import type { CommitmentStory } from '../../story.ts';
import { et, ko } from '../../text.ts';

export const subwayLifts: CommitmentStory = {
  key: 'subway-lifts',
  acts: ({ time }) => [
    {
      node: 'haesol',
      promise: {
        title: ko(
          '지하철 승강기 고장을 30분 안에 알림',
          'A broken lift in the underground is announced within 30 minutes',
        ),
        start: time.month(-15),
        end: time.month(-1),
        leads: [{ name: ko('해솔 교통공사', 'Transport Corporation of Haesol') }],
        supporting: [{ name: ko('바퀴달린사람들', 'People on Wheels') }],
        problem: ko(
          '승강기가 고장 난 것을 역에 도착해서야 압니다. 휠체어를 타면 다음 역까지 평균 26분을 돌아갑니다.',
          'One learns at the station that the lift is broken. In a wheelchair the way round takes 26 minutes on average.',
        ),
        what: ko(
          '승강기 512대의 상태를 실시간 자료로 공개하고, 고장이 나면 30분 안에 알립니다. 고친 시각과 걸린 시간도 남깁니다.',
          'The state of 512 lifts is published as live data; a fault is announced within 30 minutes. When it was mended, and how long that took, stays on record.',
        ),
        how: ko(
          '집에서 나서기 전에 길을 바꿀 수 있고, 자주 고장 나는 승강기가 드러납니다.',
          'One can change the way before leaving home, and lifts that break often stand out.',
        ),
        values: ['transparency', 'accountability', 'technology'],
        theme: ko('이동', 'Getting around'),
        areas: ['infrastructure-transport', 'people-with-disabilities', 'open-data'],
        sdgs: [10, 11],
        budget: ko('11억 원.', '1.1 billion won.'),
        consultation: 'https://chamyeo.haesol.example/lifts',
        milestones: [
          {
            key: 'live',
            title: ko('승강기 512대 실시간 공개', '512 lifts as live data'),
            deadline: time.month(-5),
            indicators: [
              {
                key: 'lifts',
                text: ko('실시간으로 공개하는 승강기', 'Lifts with live data'),
                baseline: 0,
                target: 512,
                unit: ko('대', 'lifts'),
                deadline: time.month(-5),
              },
            ],
          },
          {
            key: 'alarm',
            title: ko('30분 안에 알림', 'Announced within 30 minutes'),
            deadline: time.month(-2),
          },
          {
            key: 'record',
            title: ko('고장 이력 공개', 'The record of faults is public'),
            deadline: time.month(-1),
          },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-7),
        status: 'limited',
        progress: ko('승강기 96대가 연결되었습니다.', '96 lifts are connected.'),
        milestones: [
          { key: 'live', status: 'limited' },
          { key: 'lifts', status: 'limited', value: 96 },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-2),
        status: 'limited',
        progress: ko(
          '203대가 연결되었습니다. 나머지는 스무 해가 넘은 것이라 상태를 알려 줄 장치가 없습니다. 기한 안에 마치지 못합니다. 낡은 승강기에는 단추를 달아 역무원이 누르게 하는 방법을 시험하고 있습니다.',
          '203 lifts are connected. The others are older than twenty years and have nothing that could tell. We shall not be done in time. For the old ones we try a button that the station staff press.',
        ),
        challenges: ko('낡은 승강기 309대.', '309 old lifts.'),
        milestones: [
          { key: 'lifts', status: 'limited', value: 203 },
          { key: 'alarm', status: 'limited' },
          { key: 'record', status: 'not-started' },
        ],
      },
    },
    {
      node: 'kaldavere',
      assessment: {
        assessor: { name: et('Ligipääsu Koda', 'Chamber of Accessibility') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'modest',
          completion: 'limited',
        },
        reasoning: et(
          'Ühendatud liftidest teatati rikkest keskmiselt 12 minutiga. Ülejäänutest ei teata keegi. Nupp vanadel liftidel on hea mõte ja vajab inimest, kes seda vajutab.',
          'For the lifts that are connected a fault was announced after 12 minutes on average. Of the others nobody knows. The button for old lifts is a good idea, and needs somebody to press it.',
        ),
      },
    },
  ],
};

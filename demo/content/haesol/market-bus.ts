import type { Story } from '../story.ts';
import { ko } from '../text.ts';

export const marketBus: Story = {
  key: 'market-bus',
  node: 'haesol',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: ko('장날에 맞추어 도는 마을버스', 'Village buses that follow market days'),
          summary: ko(
            '하루 두 번 비어 다니던 버스를 닷새에 한 번 서는 장날에 모았습니다. 같은 돈으로 타는 사람이 2.6배가 되었습니다.',
            'Buses that ran empty twice a day were gathered on the market days that come every fifth day. For the same money 2.6 times as many people ride.',
          ),
          problem: ko(
            '시골 버스는 매일 두 번 다녔고 평균 1.7명이 탔습니다. 그런데 장날에는 서서 가야 했고, 병원 예약은 버스가 없는 시간에 잡혔습니다.',
            'The country bus ran twice every day with 1.7 passengers on average. Yet on market days people had to stand, and hospital appointments fell at hours without a bus.',
          ),
          done: ko(
            '1년 치 승차 기록을 장날 달력에 겹쳐 보고, 마을마다 어르신 열 분께 언제 어디에 가는지 물었습니다. 장날에는 여섯 번, 다른 날에는 예약한 사람이 있을 때만 다닙니다. 병원 두 곳은 그 마을 환자의 예약을 장날에 잡습니다. 예약은 전화 한 통이고, 기사가 직접 받습니다.',
            'We laid a year of boardings over the calendar of market days and asked ten old people in each village when they go where. On market days the bus runs six times, on other days only if somebody has called. Two hospitals give patients of the village their appointments on market days. One phone call is enough, and the driver answers it.',
          ),
          results: ko(
            '한 달 승객이 3,100명에서 8,060명이 되었습니다. 빈 버스의 거리는 58% 줄었습니다. 병원 예약을 놓치는 사람은 100명에 19명에서 7명이 되었습니다.',
            'Passengers rose from 3,100 to 8,060 a month. Empty kilometres fell by 58%. Missed hospital appointments fell from 19 to 7 in 100.',
          ),
          evidence: [
            {
              label: ko('노선과 날짜별 승객 수 (CSV)', 'Passengers by line and day (CSV)'),
              url: 'https://data.haesol.example/bus/boardings.csv',
            },
          ],
          facts: [
            { label: ko('한 달 승객', 'Passengers a month'), value: ko('3,100 → 8,060명', '3,100 → 8,060') },
            { label: ko('빈 버스 거리', 'Empty kilometres'), value: ko('−58%', '−58%') },
            { label: ko('추가 비용', 'Extra cost'), value: ko('없음', 'none') },
            { label: ko('준비 기간', 'Preparation'), value: ko('7개월', '7 months') },
          ],
          cost: ko(
            '운행비는 그대로입니다. 준비에 4,200만 원, 기사 교육에 800만 원이 들었습니다.',
            'Running costs are unchanged. Preparation cost 42 million won, training of the drivers 8 million.',
          ),
          failed: ko(
            '학생 아홉 명은 매일 버스가 필요했는데 아무도 묻지 않았습니다. 어르신께만 물었기 때문입니다. 한 학기 동안 부모가 태워다 주었습니다. 지금은 학교 가는 버스가 따로 있습니다.',
            'Nine pupils needed the bus every day, and nobody had asked them: we had asked only old people. For one term their parents drove them. Now there is a bus to school as well.',
          ),
          conditions: ko(
            '모두가 같은 날 모이는 이유가 이미 있어야 합니다. 장이 없는 곳에서는 병원의 날이나 우체국의 날이 그 일을 했습니다.',
            'There must already be a reason why everybody comes on the same day. Where there is no market, clinic day or post-office day did the same.',
          ),
          stage: 'evaluation',
          level: 'regional',
          topics: ['transport', 'regions'],
          principles: ['user-needs', 'inclusion', 'sustainability'],
          started: time.month(-18),
          languages: ['ko', 'en'],
          contacts: [{ name: ko('해솔 교통과', 'Transport Department of Haesol') }],
          slug: 'market-day-bus',
        },
      },
    ];
  },
};

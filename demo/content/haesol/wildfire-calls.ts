import type { Story } from '../story.ts';
import { ko } from '../text.ts';

export const wildfireCalls: Story = {
  key: 'wildfire-calls',
  node: 'haesol',
  versions(time) {
    const base = {
      title: ko('산불 대피, 이웃이 이어 거는 전화', 'Wildfire: neighbours who pass the call on'),
      problem: ko(
        `${time.year(-4)}년 봄 산불 때 재난 문자는 14분 만에 나갔습니다. 그러나 사망자 여섯 명 중 다섯 명은 문자를 읽지 않는 여든 살 이상이었고, 모두 집에 있었습니다.`,
        `In the spring fire of ${time.year(-4)} the emergency message went out within 14 minutes. But of the six people who died five were over eighty and did not read messages, and all were at home.`,
      ),
      done: ko(
        '마을마다 전화 연락망를 만들었습니다. 한 사람이 세 사람에게 전화하고, 받은 사람이 다시 세 사람에게 전화합니다. 맨 끝의 사람은 혼자 사는 노인이고, 차가 있는 이웃이 짝입니다. 전화를 받지 않으면 짝이 문을 두드립니다. 봄마다 한 번, 예고 없이 연습합니다.',
        'Every village has a call tree. One person phones three, and each of them phones three more. At the ends are old people who live alone, each paired with a neighbour who has a car. If nobody answers, the neighbour knocks. Once every spring there is a drill without warning.',
      ),
      conditions: ko(
        '전화번호는 관청이 아니라 마을이 가지고 있어야 합니다. 관청이 명단을 갖겠다고 한 마을에서는 절반이 빠졌습니다.',
        'The numbers must stay with the village, not with the office. Where the office asked for the list, half the people dropped out.',
      ),
      level: 'local' as const,
      topics: ['society' as const, 'environment' as const, 'health' as const],
      principles: ['inclusion' as const, 'safeguards' as const, 'co-creation' as const],
      started: time.month(-42),
      languages: ['ko', 'en'],
      contacts: [{ name: ko('해솔 산림안전국', 'Forest Safety Bureau of Haesol') }],
      slug: 'wildfire-calls',
    };
    return [
      {
        chapter: 1,
        body: {
          ...base,
          stage: 'evaluation',
          summary: ko(
            '마을 118곳이 전화 연락망를 만들었습니다. 연습에서 혼자 사는 노인에게 닿는 데 걸린 시간은 평균 11분입니다.',
            '118 villages have a call tree. In drills it takes 11 minutes on average to reach an old person who lives alone.',
          ),
          results: ko(
            '연습 118번의 평균은 11분, 가장 느린 마을은 34분이었습니다. 실제 산불 한 번에서 187명이 불보다 먼저 마을을 떠났습니다.',
            'The average of 118 drills is 11 minutes, the slowest village took 34. In one real fire 187 people left the village before the flames arrived.',
          ),
          facts: [
            { label: ko('마지막 집까지', 'To the last house'), value: ko('평균 11분', '11 min on average') },
            { label: ko('마을', 'Villages'), value: ko('118곳', '118') },
            { label: ko('먼저 대피한 사람', 'Left before the fire'), value: ko('187명', '187') },
          ],
          cost: ko(
            '마을 한 곳에 한 해 60만 원: 연습 날의 점심값입니다.',
            '600,000 won a village and year: lunch on the day of the drill.',
          ),
          failed: ko(
            '첫 연습은 평일 오전에 했습니다. 차가 있는 짝은 모두 일하러 나가 있었습니다.',
            'The first drill was on a weekday morning. All the neighbours with cars were at work.',
          ),
        },
      },
      {
        chapter: 4,
        body: {
          ...base,
          stage: 'diffusion',
          summary: ko(
            '마을 203곳이 전화 연락망를 만들었습니다. 새로 들어온 마을은 느려서 평균이 13분이 되었고, 몬탈루스의 낮 짝 제도를 받아들인 뒤 평일 낮에도 통합니다.',
            '203 villages have a call tree. The new ones are slower, so the average is now 13 minutes. Since we took over daytime partners from Montaluz it works on weekdays as well.',
          ),
          results: ko(
            '203곳의 평균은 13분입니다. 두 번째 실제 산불에서는 412명 중 409명이 20분 안에 떠났고, 세 명은 소방대가 데리고 나왔습니다. 다친 사람은 없었습니다.',
            'The average of 203 villages is 13 minutes. In the second real fire 409 of 412 people had left within 20 minutes, and the fire service brought out three. Nobody was hurt.',
          ),
          evidence: [
            {
              label: ko('연습 기록, 마을과 날짜별 (CSV)', 'Records of the drills, by village and date (CSV)'),
              url: 'https://data.haesol.example/wildfire/drills.csv',
            },
          ],
          facts: [
            { label: ko('마지막 집까지', 'To the last house'), value: ko('평균 13분', '13 min on average') },
            { label: ko('마을', 'Villages'), value: ko('203곳', '203') },
            { label: ko('스스로 대피', 'Left on their own'), value: ko('412명 중 409명', '409 of 412') },
            { label: ko('비용', 'Cost'), value: ko('마을당 60만 원', '₩600,000 a village') },
          ],
          cost: ko(
            '마을 한 곳에 한 해 60만 원. 사람의 시간은 계산하지 않았습니다. 계산했다면 아무도 하지 않았을 것입니다.',
            '600,000 won a village and year. We have not counted people’s time; had we done so, nobody would have begun.',
          ),
          failed: ko(
            '평일 낮에는 차가 있는 짝이 없었습니다. 2년 동안 알면서 고치지 못했습니다. 마을 열여섯 곳은 첫 연습 뒤에 그만두었습니다.',
            'On weekdays there was no neighbour with a car. We knew it for two years without finding an answer. Sixteen villages gave up after the first drill.',
          ),
          note: ko(
            '마을 203곳의 결과와 낮 짝(몬탈루스에서 배움).',
            'Results of 203 villages; daytime partners, learned from Montaluz.',
          ),
        },
      },
    ];
  },
};

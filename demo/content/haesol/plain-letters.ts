import type { Story } from '../story.ts';
import { ko } from '../text.ts';

export const plainLetters: Story = {
  key: 'plain-letters',
  node: 'haesol',
  versions(time) {
    const base = {
      title: ko('보내기 전에 시민이 먼저 읽는 공문', 'Letters that citizens read before they are sent'),
      problem: ko(
        '관청에서 온 편지를 받고 전화하는 사람이 한 해 41만 명이었습니다. 가장 많은 질문은 “그래서 제가 무엇을 해야 하나요?”였습니다. 담당자는 법에 맞게 썼고, 받은 사람은 무서워서 서랍에 넣었습니다.',
        'Every year 410,000 people phoned because of a letter from an office. The most frequent question was: “So what do I have to do?” The official had written what the law says; the person who got it was frightened and put it in a drawer.',
      ),
      conditions: ko(
        '읽는 사람에게 돈을 주어야 합니다. 자원봉사로 시작했을 때는 시간이 있는 사람만 왔고, 그 사람들은 이미 공문을 잘 읽었습니다. 법무 부서가 첫 회의부터 함께 있어야 합니다.',
        'Pay the readers. When we began with volunteers, only people with time came, and they read official letters well already. The legal department must be in the room from the first meeting.',
      ),
      level: 'national' as const,
      topics: ['government' as const, 'society' as const],
      started: time.month(-34),
      languages: ['ko', 'en'],
      contacts: [
        {
          name: ko('해솔 정부혁신실', 'Government Innovation Office of Haesol'),
          url: 'https://innovation.haesol.example',
        },
      ],
      slug: 'plain-letters',
    };
    const done = ko(
      '1만 명 넘게 받는 편지는 보내기 전에 시민 일곱 명이 읽습니다. 나이, 학력, 모국어가 서로 다르도록 뽑고 한 시간에 최저임금의 두 배를 줍니다. 읽은 사람은 설명 없이 세 가지에 답합니다. 누가 보냈나, 무엇을 언제까지 해야 하나, 안 하면 어떻게 되나. 일곱 명 중 여섯 명이 맞히지 못하면 편지는 나갈 수 없습니다.',
      'A letter to more than 10,000 people is read by seven citizens before it goes out. They are drawn so that age, schooling and mother tongue differ, and are paid twice the minimum wage. Without any explanation they answer three things: who sent this, what must be done by when, and what happens if not. Unless six of seven get it right, the letter may not be sent.',
    );
    return [
      {
        chapter: 1,
        body: {
          ...base,
          done,
          stage: 'evaluation',
          principles: ['user-needs', 'inclusion'],
          summary: ko(
            '1만 명 넘게 받는 공문은 시민 일곱 명이 먼저 읽고, 여섯 명이 이해해야 나갑니다. 첫해에 문의 전화가 44% 줄었습니다.',
            'An official letter to more than 10,000 people is first read by seven citizens, and goes out only if six understand it. Phone calls about letters fell by 44% in the first year.',
          ),
          results: ko(
            '첫해에 편지 212종을 다시 썼고, 고친 편지에 대한 문의 전화가 44% 줄었습니다.',
            'In the first year 212 letters were rewritten. Phone calls about those letters fell by 44%.',
          ),
          facts: [
            { label: ko('문의 전화', 'Phone calls'), value: ko('−44%', '−44%') },
            { label: ko('다시 쓴 편지', 'Letters rewritten'), value: ko('212종', '212') },
            { label: ko('편지 한 종의 비용', 'Cost per letter'), value: ko('38만 원', '₩380,000') },
          ],
          cost: ko(
            '편지 한 종에 38만 원. 대부분 읽는 사람의 수당입니다.',
            '380,000 won a letter, most of it pay for the readers.',
          ),
          failed: ko(
            '세금 편지 아홉 종은 여섯 번 고쳐도 통과하지 못했습니다. 글이 아니라 제도가 어려웠습니다.',
            'Nine letters about taxes did not pass even after six rewrites. It was not the writing that was hard, but the rule.',
          ),
        },
      },
      {
        chapter: 4,
        body: {
          ...base,
          done: ko(
            `${done.ko} 올해부터는 몬탈루스에서 배운 대로, 통과하지 못한 편지는 그 규정을 만든 부서로 되돌아갑니다.`,
            `${done.en} Since this year, as we learned from Montaluz, a letter that does not pass goes back to the department that made the rule.`,
          ),
          stage: 'diffusion',
          principles: ['user-needs', 'inclusion', 'co-creation'],
          summary: ko(
            '1만 명 넘게 받는 공문은 시민 일곱 명이 먼저 읽고, 여섯 명이 이해해야 나갑니다. 문의 전화는 3년 동안 36% 줄었고, 통과하지 못한 편지 덕분에 규정 네 개가 바뀌었습니다.',
            'An official letter to more than 10,000 people is first read by seven citizens, and goes out only if six understand it. Over three years phone calls fell by 36%, and letters that did not pass have led to four rules being changed.',
          ),
          results: ko(
            '3년 동안 편지 690종을 고쳤습니다. 문의 전화는 36% 줄었습니다. 첫해의 44%는 가장 나쁜 편지부터 고쳤기 때문에 나온 숫자였습니다. 기한 안에 신청한 사람은 71%에서 83%로 늘었습니다.',
            '690 letters in three years. Phone calls fell by 36%; the 44% of the first year came from starting with the worst letters. The share of people who apply in time rose from 71% to 83%.',
          ),
          evidence: [
            {
              label: ko('고치기 전과 후의 편지 690종', 'All 690 letters, before and after'),
              url: 'https://data.haesol.example/letters',
            },
            {
              label: ko('편지별 문의 전화 수 (CSV)', 'Phone calls by letter (CSV)'),
              url: 'https://data.haesol.example/letters/calls.csv',
            },
          ],
          facts: [
            { label: ko('문의 전화', 'Phone calls'), value: ko('−36%', '−36%') },
            { label: ko('기한 안 신청', 'Applied in time'), value: ko('71% → 83%', '71% → 83%') },
            { label: ko('다시 쓴 편지', 'Letters rewritten'), value: ko('690종', '690') },
            { label: ko('바뀐 규정', 'Rules changed'), value: ko('4개', '4') },
          ],
          cost: ko(
            '편지 한 종에 41만 원, 한 해 9,400만 원. 줄어든 전화 상담이 그 여섯 배입니다.',
            '410,000 won a letter, 94 million won a year. The calls saved are worth six times as much.',
          ),
          failed: ko(
            '2년 차에 같은 시민이 계속 읽으면서 관청 말에 익숙해졌습니다. 이제 한 사람은 1년에 네 번까지만 읽습니다. 수어를 쓰는 사람은 아직 함께하지 못합니다.',
            'In the second year the same citizens kept reading and got used to official language. Now nobody reads more than four times a year. People who use sign language are still not among the readers.',
          ),
          note: ko(
            '3년 결과. 통과하지 못한 편지는 규정을 만든 부서로 (몬탈루스에서 배움).',
            'Results of three years. Letters that fail go back to the rule-makers (learned from Montaluz).',
          ),
        },
      },
    ];
  },
};

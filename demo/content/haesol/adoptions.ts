import type { AdoptionStory } from '../story.ts';
import { ko } from '../text.ts';

export const adoptions: readonly AdoptionStory[] = [
  {
    key: 'one-visit-in-haesol',
    node: 'haesol',
    practice: 'one-visit',
    versions(time) {
      const base = {
        since: time.month(-18),
        gist: ko('위탁 가정과 문자 안내를 더함', 'added foster families'),
        adapted: ko(
          '병원에 가지 않는 위탁 가정을 위해 일곱 번째 질문을 더했습니다. “누가 아이를 돌보나요?” 종이 안내 대신 문자로 남은 일을 알려 드립니다.',
          'We added a seventh question for foster families, who were not in the hospital: “Who is going to care for the child?” What remains to be done comes as a text message in place of a leaflet.',
        ),
      };
      return [
        {
          chapter: 2,
          body: {
            ...base,
            status: 'trial',
            scope: ko('두 도(道)의 병원 29곳', '29 hospitals in two provinces'),
          },
        },
        {
          chapter: 3,
          body: {
            ...base,
            status: 'adopted',
            scope: ko('전국 병원 214곳', 'All 214 hospitals'),
            outcome: ko(
              '첫 지급까지 38일에서 9일이 되었습니다. 출생의 88%가 이 방법을 씁니다. 위탁 가정 1,270곳이 처음으로 같은 날 지원을 받았습니다.',
              'First payment after 9 days, it was 38. 88% of births. 1,270 foster families received support on the same day for the first time.',
            ),
            note: ko(
              '전국으로 넓힘, 첫해 결과.',
              'Extended to the whole country; results of the first year.',
            ),
          },
        },
      ];
    },
  },
  {
    key: 'night-ferries-in-haesol',
    node: 'haesol',
    practice: 'night-ferries',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'trial',
          since: time.month(-5),
          gist: ko('물때표에 맞춘 뱃시간', 'hours that fit the tides'),
          adapted: ko(
            '우리 바다는 물이 빠지면 배가 닿지 못합니다. 그래서 자석 하나가 한 시간이 아니라 물때 하나입니다. 가장 작은 섬의 몫은 처음부터 정해 두었습니다. 칼다베레의 첫해 실패를 읽었기 때문입니다.',
            'At low tide no ship can land here, so a magnet stands for a tide and not for an hour. The part of the smallest island was fixed from the start: we had read what failed in Kaldavere’s first year.',
          ),
          scope: ko('남쪽 섬 세 곳, 주민 2,100명', 'Three southern islands, 2,100 people'),
          outcome: ko(
            '주민의 66%가 투표했습니다. 승객 수는 한 해가 지나야 말할 수 있습니다.',
            '66% of the islanders voted. On passengers we shall say nothing before a year has passed.',
          ),
        },
      },
    ],
  },
  {
    key: 'quiet-harbour-in-haesol',
    node: 'haesol',
    practice: 'quiet-harbour',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'adopted',
          since: time.month(-14),
          gist: ko('가을 태풍 밤은 세지 않음', 'typhoon nights are not counted'),
          adapted: ko(
            '소음계를 아파트 열두 층 높이에도 두었습니다. 태풍 주의보가 내린 밤은 세지 않고, 그 사실을 아침 지도에 적습니다.',
            'We put meters as high as the twelfth floor. Nights with a typhoon warning are not counted, and the morning map says so.',
          ),
          scope: ko('솔섬항, 침실 15곳', 'Port of Solseom, 15 bedrooms'),
          outcome: ko(
            '시끄러운 밤이 한 해 164일에서 71일이 되었습니다. 육상 전기 시설이 절반만 있어서 더 내려가지 않습니다.',
            'Loud nights fell from 164 a year to 71. It goes no lower because only half of the berths have shore power.',
          ),
        },
      },
    ],
  },
  {
    key: 'ten-days-in-haesol',
    node: 'haesol',
    practice: 'ten-days',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'adopted',
          since: time.month(-12),
          gist: ko('하도급 계약까지 공개', 'subcontracts as well'),
          adapted: ko(
            '원청 계약뿐 아니라 하도급 계약도 번호가 없으면 돈이 나가지 않습니다. 긴급 계약은 30일 안에 올리는 예외를 법에 적었습니다.',
            'No payment without a number for subcontracts either. For emergencies the law has an exception: publish within 30 days.',
          ),
          scope: ko('중앙 부처와 공기업 전부', 'All ministries and state enterprises'),
          outcome: ko(
            '계약의 94%가 중앙값 6일 만에 올라옵니다. 하도급 대금이 늦어진다는 신고가 31% 줄었습니다.',
            '94% of contracts, after a median of 6 days. Complaints about late payment of subcontractors fell by 31%.',
          ),
        },
      },
    ],
  },
  {
    key: 'library-help-in-haesol',
    node: 'haesol',
    practice: 'library-help',
    versions: (time) => [
      {
        chapter: 2,
        body: {
          status: 'adopted',
          since: time.month(-11),
          gist: ko('도서관 대신 경로당에서', 'in seniors’ clubs, not libraries'),
          adapted: ko(
            '우리 어르신은 도서관보다 경로당에 가십니다. 옆에 앉는 사람은 중학생이고, 학교는 이 시간을 봉사 시간으로 인정합니다. 남의 휴대전화를 만지지 않는 규칙은 그대로입니다.',
            'Our old people go to the seniors’ club rather than the library. Pupils of 13 to 15 sit beside them, and the school counts the hours. The rule of not touching the other’s phone is the same.',
          ),
          scope: ko('경로당 1,340곳', '1,340 clubs'),
          outcome: ko(
            '다음번에 혼자 한 사람은 64%입니다. 중학생이 쓴 막힌 곳 쪽지 2,800장으로 앱 화면 31개를 고쳤습니다.',
            '64% did the next errand alone. From 2,800 notes that the pupils wrote about getting stuck, 31 screens were changed.',
          ),
        },
      },
    ],
  },
  {
    key: 'plain-letters-back-home',
    node: 'haesol',
    practice: 'plain-letters',
    from: 'plain-letters-in-montaluz',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'adopted',
          since: time.month(-7),
          gist: ko('규정을 만든 부서로 되돌림', 'failed letters go to the rule-makers'),
          adapted: ko(
            '몬탈루스가 더한 단계를 그대로 들여왔습니다. 세 번 고쳐도 통과하지 못한 편지는 글쓴이가 아니라 그 규정을 만든 부서가 답해야 합니다.',
            'We took over the step that Montaluz added. When a letter fails three times, the answer is due not from its writer but from the department that made the rule.',
          ),
          outcome: ko(
            '규정 네 개가 바뀌었고 두 개는 아직 다투고 있습니다.',
            'Four rules were changed, two are still disputed.',
          ),
        },
      },
    ],
  },
  {
    key: 'wildfire-calls-back-home',
    node: 'haesol',
    practice: 'wildfire-calls',
    from: 'wildfire-calls-in-montaluz',
    versions: (time) => [
      {
        chapter: 3,
        body: {
          status: 'adopted',
          since: time.month(-4),
          gist: ko('우편집배원이 낮의 짝', 'daytime partners: the post'),
          adapted: ko(
            '몬탈루스에서는 빵 배달차가 평일 낮의 짝입니다. 우리 마을에는 집배원이 매일 같은 시간에 옵니다. 우체국과 약속하고 차에는 명단 대신 마을의 봉인된 봉투를 두었습니다.',
            'In Montaluz the bread van is the partner on weekdays. To our villages the post comes at the same hour every day. We agreed it with the post office; the vans carry a sealed envelope of the village in place of a list.',
          ),
          scope: ko('마을 203곳 가운데 140곳', '140 of 203 villages'),
          outcome: ko(
            '평일 낮 연습에서 마지막 집까지 29분이 16분이 되었습니다.',
            'On weekday drills the last house is reached in 16 minutes, it was 29.',
          ),
        },
      },
    ],
  },
];

import type { PlanStory } from '../../story.ts';
import { ko } from '../../text.ts';
import { billsInPlainWords } from './bills-in-plain-words.ts';
import { classroomAir } from './classroom-air.ts';
import { fireResources } from './fire-resources.ts';
import { machineRegister } from './machine-register.ts';
import { rentDeposits } from './rent-deposits.ts';
import { subwayLifts } from './subway-lifts.ts';

export const commitments: PlanStory = {
  key: 'haesol-plan',
  node: 'haesol',
  zone: 'Asia/Seoul',
  plan: ({ time }) => ({
    title: ko(
      `해솔 열린정부 실행계획 ${time.year(-1)}–${time.year(1)}`,
      `Open government plan of Haesol ${time.year(-1)}–${time.year(1)}`,
    ),
    summary: ko(
      '약속은 여섯 가지입니다. 저마다 숫자로 된 목표가 있고, 다른 나라가 평가합니다.',
      'Six promises. Each has a target in figures, and is assessed by another country.',
    ),
    programme: 'ogp',
    number: 6,
    start: time.year(-1),
    end: time.year(1),
    cocreation: ko(
      '국민 1,180명이 제안하고 9,400명이 골랐습니다. 민간 위원이 절반인 위원회가 마지막 여섯 가지를 정했고 회의는 모두 중계했습니다.',
      '1,180 people made proposals, and 9,400 chose among them. A committee, half of it from outside government, settled the last six; all of its meetings were broadcast.',
    ),
    cocreationEvidence: [
      {
        label: ko('제안과 투표 결과', 'The proposals and the votes'),
        url: 'https://data.haesol.example/plan/votes',
      },
    ],
  }),
  commitments: [billsInPlainWords, classroomAir, rentDeposits, subwayLifts, machineRegister, fireResources],
};

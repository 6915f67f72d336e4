import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { et, ko } from '../../text.ts';

const BILLS = `half-year;bills of the government;with a summary before consultation;comments per bill
1;61;9;14
2;58;55;47
3;66;66;52
`;

export const billsInPlainWords: CommitmentStory = {
  key: 'bills-in-plain-words',
  acts: ({ time, at }) => [
    {
      node: 'haesol',
      promise: {
        title: ko('모든 법안에 쉬운 말 한 쪽', 'One page in plain words for every bill'),
        start: time.month(-19),
        end: time.month(1),
        leads: [{ name: ko('해솔 법제실', 'Legislation Office of Haesol') }],
        supporting: [{ name: ko('쉬운말모임', 'Plain Words Circle') }],
        problem: ko(
          '입법 예고에 의견을 내는 사람은 법안 하나에 평균 14명이고 열에 아홉은 변호사나 단체 직원입니다.',
          'On average 14 people comment on a bill, and nine in ten of them are lawyers or work for an association.',
        ),
        what: ko(
          '정부 법안마다 누구에게 무엇이 바뀌는지 한 쪽으로 씁니다. 법을 모르는 다섯 사람이 읽고 맞게 이해해야 예고할 수 있습니다.',
          'For each bill of the government one page says what changes for whom. Five people who know no law must read it and understand it rightly before consultation begins.',
        ),
        how: ko('읽을 수 있어야 반대도 할 수 있습니다.', 'Who can read it can also object to it.'),
        values: ['participation', 'transparency'],
        relevance: ko(
          '의견을 내는 길이 법을 아는 사람에게만 열려 있지 않게 합니다.',
          'It opens consultation to people who know no law.',
        ),
        theme: ko('참여', 'Taking part'),
        areas: ['legislature', 'public-participation'],
        sdgs: [16],
        budget: ko('한 해 2억 4천만 원.', '240 million won a year.'),
        consultation: 'https://chamyeo.haesol.example/bills',
        milestones: [
          { key: 'rule', title: ko('규정이 생김', 'The rule is made'), deadline: time.month(0) },
          {
            key: 'all-bills',
            title: ko('모든 법안에 적용', 'It holds for every bill'),
            deadline: time.month(0),
            indicators: [
              {
                key: 'with-page',
                text: ko('예고 전에 한 쪽이 나온 법안', 'Bills with a page before consultation'),
                baseline: 15,
                target: 100,
                unit: ko('%', '%'),
                deadline: time.month(0),
                dataset: 'https://data.haesol.example/bills',
              },
            ],
          },
          { key: 'sign', title: ko('수어 영상', 'A film in sign language'), deadline: time.month(1) },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-8),
        status: 'substantial',
        progress: ko(
          '58건 가운데 55건에 한 쪽이 있습니다. 수어 영상은 시작하지 않았습니다.',
          '55 bills of 58 have the page. The films are not begun.',
        ),
        milestones: [
          { key: 'rule', status: 'complete' },
          { key: 'all-bills', status: 'substantial' },
          { key: 'with-page', status: 'substantial', value: 95 },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-1),
        status: 'complete',
        progress: ko(
          '66건 모두 한 쪽이 먼저 나왔고 수어 영상도 함께 올립니다. 법안 하나에 의견을 내는 사람은 52명이 되었습니다. 한 쪽을 읽고 이해하지 못해 법안을 고쳐 쓴 일이 네 번 있었습니다.',
          'All 66 bills had their page first, and a film in sign language with it. 52 people now comment on a bill. Four times a bill was written anew because nobody understood its page.',
        ),
        milestones: [
          { key: 'all-bills', status: 'complete' },
          { key: 'with-page', status: 'complete', value: 100 },
          { key: 'sign', status: 'complete' },
        ],
        evidence: [
          table(
            at.haesol,
            ko('반년마다 법안과 의견 수 (CSV)', 'Bills and comments by half-year (CSV)'),
            BILLS,
          ),
        ],
      },
    },
    {
      node: 'kaldavere',
      assessment: {
        assessor: { name: et('Kaldavere Õigusteaduskond', 'Faculty of Law of Kaldavere') },
        codes: {
          scheme: 'irm-2015',
          specificity: 'high',
          relevant: true,
          impact: 'transformative',
          completion: 'complete',
          opened: 'outstanding',
        },
        reasoning: et(
          'Lugesime kümme juhuslikku lehekülge koos eelnõuga. Üheksal on sisu õige; ühel puudus üleminekuaeg, ja see parandati kahe päevaga pärast meie kirja. Arvamust avaldavad nüüd ka need, kellest eelnõu räägib.',
          'We read ten pages, taken at random, beside their bills. Nine say what the bill says; one left out the transition, and was put right two days after our letter. Those of whom a bill speaks now comment on it.',
        ),
        milestones: [
          { key: 'all-bills', completion: 'complete' },
          { key: 'sign', completion: 'complete' },
        ],
      },
    },
  ],
};

import type { CommitmentStory } from '../../story.ts';
import { ko } from '../../text.ts';

export const machineRegister: CommitmentStory = {
  key: 'machine-register',
  acts: ({ time }) => [
    {
      node: 'haesol',
      promise: {
        title: ko(
          '기계가 함께 정한 결정을 모두 목록으로',
          'A list of all decisions that a machine takes part in',
        ),
        start: time.month(1),
        end: time.month(14),
        leads: [{ name: ko('해솔 정부혁신실', 'Government Innovation Office of Haesol') }],
        supporting: [{ name: ko('디지털권리모임', 'Digital Rights Circle') }],
        problem: ko(
          '복지 조사, 세무 조사, 학교 배정에 점수를 매기는 프로그램이 쓰입니다. 몇 개인지 정부도 모릅니다.',
          'Programs give scores for welfare checks, tax audits and school places. How many there are not even the government knows.',
        ),
        what: ko(
          '중앙 부처의 모든 프로그램을 목록으로 공개합니다. 무엇을 정하는지, 어떤 자료를 쓰는지, 얼마나 틀리는지, 누구에게 이의를 내는지 적습니다. 목록에 없는 프로그램으로 한 결정은 취소할 수 있습니다.',
          'Every program of the ministries is on a public list: what it decides, which data it uses, how often it is wrong, where to object. A decision by a program that is not on the list can be set aside.',
        ),
        how: ko(
          '목록에 올려야 쓸 수 있으니 부처가 스스로 찾아 적습니다.',
          'What is not listed cannot be used, so ministries look for it themselves.',
        ),
        values: ['transparency', 'accountability'],
        theme: ko('기계와 사람', 'Machines and people'),
        areas: ['automated-decision-making', 'open-data'],
        sdgs: [10, 16],
        budget: ko('6억 원.', '600 million won.'),
        consultation: 'https://chamyeo.haesol.example/machines',
        milestones: [
          {
            key: 'count',
            title: ko('부처마다 조사', 'Each ministry counts its own'),
            deadline: time.month(5),
          },
          {
            key: 'list',
            title: ko('목록 공개', 'The list is public'),
            deadline: time.month(10),
            indicators: [
              {
                key: 'ministries',
                text: ko('목록을 낸 부처', 'Ministries on the list'),
                baseline: 0,
                target: 18,
                unit: ko('곳', 'ministries'),
                deadline: time.month(10),
              },
            ],
          },
          { key: 'objection', title: ko('이의 창구', 'A desk for objections'), deadline: time.month(14) },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-1),
        status: 'not-started',
        progress: ko(
          '다음 달에 시작합니다. 조사표 초안에 의견을 받고 있습니다.',
          'It begins next month. The draft of the questions is open for comments.',
        ),
      },
    },
  ],
};

import { table } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, ko } from '../../text.ts';

const DEPOSITS = `district;contracts insured;deposits not returned;median weeks to repayment
Haean;8120;64;11
Solmaru;5410;188;26
Namgang;9930;51;9
`;

export const rentDeposits: CommitmentStory = {
  key: 'rent-deposits',
  acts: ({ time, at }) => [
    {
      node: 'haesol',
      promise: {
        title: ko(
          '돌려받지 못한 전세 보증금을 동네별로 공개',
          'Rent deposits that were not returned, by neighbourhood',
        ),
        start: time.month(-13),
        end: time.month(6),
        leads: [{ name: ko('해솔 국토주택부', 'Ministry of Land and Housing of Haesol') }],
        supporting: [{ name: ko('세입자연대', 'Tenants’ Union') }],
        problem: ko(
          '보증금 사고가 난 동네를 아는 곳은 보증 회사뿐입니다. 같은 건물에서 세 번 사고가 난 뒤에 네 번째 세입자가 들어갔습니다.',
          'Only the insurers know where deposits are lost. In one building it happened three times, and then the fourth tenant moved in.',
        ),
        what: ko(
          '동네와 건물 크기별로 사고 건수와 돌려받기까지 걸린 기간을 다달이 공개합니다. 계약하려는 사람은 그 건물의 이력을 무료로 뗄 수 있습니다.',
          'By neighbourhood and size of building, cases and the time until repayment are published every month. Whoever is about to sign can have the history of the building for free.',
        ),
        how: ko('계약 전에 알면 당하지 않을 수 있습니다.', 'Whoever knows before signing can stay away.'),
        values: ['transparency'],
        theme: ko('집', 'Homes'),
        areas: ['housing', 'open-data'],
        sdgs: [11],
        consultation: 'https://chamyeo.haesol.example/deposits',
        milestones: [
          {
            key: 'law',
            title: ko('보증 회사가 자료를 내는 법', 'A law that makes insurers hand in data'),
            deadline: time.month(0),
          },
          {
            key: 'map',
            title: ko('동네별 공개', 'Published by neighbourhood'),
            deadline: time.month(1),
            indicators: [
              {
                key: 'districts',
                text: ko('공개한 시군구', 'Districts published'),
                baseline: 0,
                target: 74,
                unit: ko('곳', 'districts'),
                deadline: time.month(1),
              },
            ],
          },
          {
            key: 'building',
            title: ko('건물 이력 무료 발급', 'History of a building for free'),
            deadline: time.month(6),
          },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-1),
        status: 'substantial',
        progress: ko(
          '법이 시행되었고 74곳 가운데 58곳을 공개합니다. 남은 16곳은 계약이 적어 사람이 드러날 수 있어 묶어서 공개할 방법을 찾고 있습니다.',
          'The law is in force, and 58 districts of 74 are published. The 16 others have so few contracts that people could be recognised; we look for a way to publish them together.',
        ),
        milestones: [
          { key: 'law', status: 'complete' },
          { key: 'map', status: 'substantial' },
          { key: 'districts', status: 'substantial', value: 58 },
          { key: 'building', status: 'limited' },
        ],
        evidence: [
          table(
            at.haesol,
            ko('구 세 곳의 사고와 회수 기간 (CSV)', 'Cases and time to repayment in three districts (CSV)'),
            DEPOSITS,
          ),
        ],
      },
    },
    {
      node: 'montaluz',
      assessment: {
        assessor: { name: es('Sindicato de Inquilinas de Montaluz', 'Tenants’ Union of Montaluz') },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'substantial',
          completion: 'substantial',
          results: 'none',
        },
        reasoning: es(
          'Los datos de 58 distritos coinciden con los de la aseguradora mayor. La razón por la que faltan 16 nos parece buena. El historial del edificio, que es lo que más ayudaría, solo existe en prueba.',
          'The data of 58 districts agree with those of the largest insurer. The reason why 16 are missing seems good to us. The history of a building, which would help most, is only on trial.',
        ),
      },
    },
  ],
};

import type { Story } from '../story.ts';
import { ko } from '../text.ts';

export const repairRoom: Story = {
  key: 'repair-room',
  node: 'haesol',
  versions(time) {
    return [
      {
        chapter: 1,
        body: {
          title: ko('동네 수리방', 'The repair room round the corner'),
          summary: ko(
            '주민센터 창고 61곳이 토요일마다 수리방이 됩니다. 은퇴한 기술자가 옆에서 가르치고 고치는 일은 주인이 합니다. 가져온 물건의 63%가 다시 움직였습니다.',
            'On Saturdays the storerooms of 61 community centres become repair rooms. A retired technician teaches, the owner does the repair. 63% of what people bring works again.',
          ),
          problem: ko(
            '고장 난 선풍기를 고치는 값이 새것보다 비쌌습니다. 고칠 줄 아는 사람은 은퇴해 집에 있었고, 물건은 하루 42톤씩 버려졌습니다.',
            'Repairing a fan cost more than a new one. The people who know how had retired, and 42 tonnes of appliances were thrown away every day.',
          ),
          done: ko(
            '공구와 자리는 관청이, 솜씨는 동네 어르신이 냅니다. 어르신은 시간당 수당을 받고 손을 대지 않습니다. 무엇이 왜 고장 났는지 한 줄씩 적고, 그 기록은 제조사 이름과 함께 공개합니다.',
            'The office gives tools and room, older neighbours give their skill. They are paid by the hour and keep their hands off. What was broken and why is written down in one line, and the list is public, with the names of the makers.',
          ),
          results: ko(
            '1년 동안 물건 18,400개 가운데 63%가 고쳐졌습니다. 공개한 고장 기록을 보고 두 회사가 부품을 바꾸었습니다. 어르신 기술자 210명 중 절반은 여든 살에 가깝습니다.',
            'In a year 63% of 18,400 things were repaired. Two makers changed a part after seeing the public list. Of the 210 technicians half are close to eighty.',
          ),
          evidence: [
            {
              label: ko('고장 기록 18,400건 (CSV)', 'The list of 18,400 faults (CSV)'),
              url: 'https://data.haesol.example/repair/faults.csv',
            },
          ],
          facts: [
            { label: ko('고쳐진 물건', 'Repaired'), value: ko('63%', '63%') },
            { label: ko('수리방', 'Repair rooms'), value: ko('61곳', '61') },
            { label: ko('물건 하나의 비용', 'Cost per thing'), value: ko('9,100원', '₩9,100') },
            { label: ko('버리지 않은 무게', 'Kept from the dump'), value: ko('74톤', '74 tonnes') },
          ],
          cost: ko(
            '수리방 하나에 한 해 270만 원: 수당이 8할, 나머지가 공구입니다.',
            '2.7 million won a room and year: four fifths are pay, the rest is tools.',
          ),
          failed: ko(
            '처음에는 맡기고 가는 것도 받았습니다. 석 달 만에 창고가 가득 찼고 아무도 배우지 않았습니다. 전자레인지는 위험해서 받지 않습니다.',
            'At first people could leave things and go. Within three months the storerooms were full, and nobody learned anything. We take no microwave ovens: too dangerous.',
          ),
          conditions: ko(
            '보험이 먼저입니다. 그리고 다음 사람을 가르칠 사람을 지금 찾아야 합니다.',
            'Insurance comes first. And look now for those who will teach when these no longer can.',
          ),
          stage: 'diffusion',
          level: 'local',
          topics: ['environment', 'society', 'economy'],
          principles: ['skills', 'sustainability', 'co-creation'],
          started: time.month(-28),
          languages: ['ko', 'en'],
          contacts: [{ name: ko('해솔 자원순환과', 'Circular Economy Department of Haesol') }],
          slug: 'repair-room',
        },
      },
    ];
  },
};

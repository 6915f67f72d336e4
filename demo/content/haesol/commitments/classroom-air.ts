import { table, tableOf } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, ko } from '../../text.ts';

const SENSORS = `province;classrooms;sensors installed;sensors that sent data last month
Bukdo;6120;6120;4410
Namdo;5480;5480;1020
Solseom;940;940;210
`;
const DAYS = `school;days looked at;days with a figure by 8 o'clock
Solseom Primary;20;2
Deungdae Primary;20;0
Bukdo First;20;19
Namdo Riverside;20;4
`;
const sensorsLabel = ko(
  '도별 센서와 자료를 보낸 센서 (CSV)',
  'Sensors, and sensors that sent data, by province (CSV)',
);

export const classroomAir: CommitmentStory = {
  key: 'classroom-air',
  acts: ({ time, at }) => [
    {
      node: 'haesol',
      promise: {
        title: ko(
          '초등학교 교실 공기를 아침마다 공개',
          'The air of every primary classroom, published each morning',
        ),
        start: time.month(-16),
        end: time.month(2),
        leads: [{ name: ko('해솔 교육부', 'Ministry of Education of Haesol') }],
        supporting: [{ name: ko('학부모환경모임', 'Parents for Clean Air') }],
        problem: ko(
          '학교 밖 공기는 시간마다 공개하는데 아이들이 여섯 시간을 보내는 교실 안은 한 해에 한 번, 창을 열고 잽니다.',
          'The air outside is published every hour. In the classroom, where children spend six hours, it is measured once a year, with the windows open.',
        ),
        what: ko(
          '교실 12,540곳에 센서를 달고 아침 8시에 어제 숫자를 공개합니다. 사흘 넘게 나쁘면 학교가 무엇을 했는지 적습니다.',
          '12,540 classrooms get a sensor, and yesterday’s figures are public at eight in the morning. Where they are bad for more than three days, the school writes what it did.',
        ),
        how: ko(
          '부모가 물을 수 있고, 고칠 교실의 차례가 숫자로 정해집니다.',
          'Parents can ask, and the figures decide which room is mended first.',
        ),
        values: ['transparency', 'accountability', 'technology'],
        theme: ko('아이들', 'Children'),
        areas: ['education', 'health-nutrition', 'open-data'],
        sdgs: [3, 4],
        budget: ko('센서 38억 원, 해마다 5억 원.', '3.8 billion won for the sensors, 500 million a year.'),
        consultation: 'https://chamyeo.haesol.example/air',
        milestones: [
          {
            key: 'sensors',
            title: ko('모든 교실에 센서', 'A sensor in every classroom'),
            deadline: time.month(0),
          },
          {
            key: 'mornings',
            title: ko('아침 8시 공개', 'Published at eight'),
            deadline: time.month(0),
            indicators: [
              {
                key: 'rooms',
                text: ko('아침마다 숫자가 나오는 교실', 'Classrooms with a figure each morning'),
                baseline: 0,
                target: 12540,
                unit: ko('곳', 'rooms'),
                deadline: time.month(0),
              },
            ],
          },
          {
            key: 'answers',
            title: ko('나쁠 때 한 일을 적음', 'Schools say what they did'),
            deadline: time.month(2),
          },
        ],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-6),
        status: 'substantial',
        progress: ko('교실 9,800곳에 센서를 달았습니다.', '9,800 classrooms have a sensor.'),
        milestones: [{ key: 'sensors', status: 'substantial' }],
      },
    },
    {
      node: 'haesol',
      report: {
        period: time.month(-1),
        status: 'complete',
        progress: ko(
          '교실 12,540곳 모두 센서를 달았고 공개 누리집을 열었습니다. 나쁜 날이 이어진 학교 41곳이 한 일을 적었습니다.',
          'All 12,540 classrooms have a sensor, and the website is open. 41 schools with bad days in a row wrote what they did.',
        ),
        milestones: [
          { key: 'sensors', status: 'complete' },
          { key: 'mornings', status: 'complete' },
          { key: 'rooms', status: 'complete', value: 12540 },
          { key: 'answers', status: 'complete' },
        ],
        evidence: [table(at.haesol, sensorsLabel, SENSORS)],
      },
    },
    {
      node: 'montaluz',
      assessment: {
        assessor: {
          name: es('Laboratorio Ciudadano del Aire', 'Citizens’ Air Laboratory'),
          url: 'https://aire.montaluz.example',
        },
        codes: {
          scheme: 'irm-2015',
          specificity: 'high',
          relevant: true,
          impact: 'transformative',
          completion: 'limited',
          opened: 'marginal',
        },
        reasoning: es(
          'Los sensores están. Según la tabla que entregó el propio Gobierno, el último mes enviaron datos 5.640 de 12.540. Miramos cuatro escuelas durante veinte días a las ocho: tres casi nunca tenían cifra. Se prometió una cifra cada mañana, no un sensor en cada pared.',
          'The sensors are there. By the table that the government itself handed in, 5,640 of 12,540 sent data last month. We looked at four schools at eight o’clock on twenty days: three hardly ever had a figure. What was promised is a figure each morning, not a sensor on each wall.',
        ),
        milestones: [
          { key: 'sensors', completion: 'complete' },
          {
            key: 'mornings',
            completion: 'limited',
            reason: es('5.640 de 12.540 aulas.', '5,640 of 12,540 rooms.'),
          },
          { key: 'answers', completion: 'substantial' },
        ],
        evidence: [
          tableOf(at.haesol, sensorsLabel, SENSORS),
          table(
            at.montaluz,
            es('Cuatro escuelas, veinte mañanas (CSV)', 'Four schools, twenty mornings (CSV)'),
            DAYS,
          ),
        ],
      },
    },
  ],
};

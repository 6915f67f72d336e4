import { table, tableOf } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { et, ko } from '../../text.ts';

const WELLS = `county;private wells;on the map
North Shore;1380;640
Inner Islands;910;215
Outer Islands;460;58
Lake District;1350;327
`;
const COUNT = `island;asked;with a result on the map
Suursaar;60;19
Lehtma;45;3
Kivirahu;30;0
`;
const wellsLabel = et(
  'Kaevud ja kaardil olevad tulemused maakonna kaupa (CSV)',
  'Wells, and results on the map, by county (CSV)',
);

export const wellWater: CommitmentStory = {
  key: 'well-water',
  acts: ({ time, at }) => [
    {
      node: 'kaldavere',
      promise: {
        title: et('Iga erakaevu vesi kaardil', 'The water of every private well on a map'),
        start: time.month(-18),
        end: time.month(2),
        leads: [{ name: et('Kaldavere Terviseamet', 'Health Board of Kaldavere') }],
        supporting: [{ name: et('Saarte Vallaliit', 'Union of Island Municipalities') }],
        problem: et(
          'Erakaevust joob 4100 majapidamist. Vett on uurinud seitse asutust ja iga tulemus seisab selle asutuse kapis. Kaks korda on naaber saanud teada alles haiglas.',
          '4,100 households drink from a well of their own. Seven bodies have tested the water, and each result stands in the cupboard of that body. Twice a neighbour found out in hospital.',
        ),
        what: et(
          'Kõik tulemused alates viimasest kümnest aastast ühele kaardile, kaevu täpsusega, omaniku nimeta. Kellel tulemust pole, saab tasuta proovi kahe kuuga.',
          'All results of the last ten years on one map, well by well, without the owner’s name. Whoever has no result gets a free test within two months.',
        ),
        how: et(
          'Reostus liigub kaevust kaevu. Kes näeb naabri tulemust, laseb oma vett uurida.',
          'Pollution moves from well to well. Whoever sees a neighbour’s result has their own water tested.',
        ),
        values: ['transparency', 'participation'],
        relevance: et(
          'Avaldab tervist puudutava teabe ja annab igaühele õiguse uurimist nõuda.',
          'It opens information about health, and gives everyone the right to ask for a test.',
        ),
        theme: et('Elu saartel', 'Life on the islands'),
        areas: ['health-nutrition', 'water-sanitation', 'open-data'],
        sdgs: [3, 6],
        budget: et(
          '610 000 eurot kolme aastaga, pool proovidele.',
          '610,000 euros over three years, half of it for tests.',
        ),
        consultation: 'https://osale.kaldavere.example/kaevud',
        milestones: [
          {
            key: 'gather',
            title: et('Seitsme asutuse tulemused on koos', 'The results of seven bodies are together'),
            deadline: time.month(-10),
          },
          {
            key: 'map',
            title: et('Kaart on avatud ja kaevud peal', 'The map is open, with the wells on it'),
            deadline: time.month(-2),
            indicators: [
              {
                key: 'wells',
                text: et('Kaeve, mille tulemus on kaardil', 'Wells with a result on the map'),
                baseline: 0,
                target: 4100,
                unit: et('kaevu', 'wells'),
                deadline: time.month(2),
              },
            ],
          },
          {
            key: 'tests',
            title: et('Tasuta proov kahe kuuga', 'A free test within two months'),
            deadline: time.month(1),
          },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-7),
        status: 'substantial',
        progress: et(
          'Kuue asutuse tulemused on koos ja kaart töötab proovikeskkonnas.',
          'The results of six bodies are together, and the map works for trial users.',
        ),
        milestones: [
          { key: 'gather', status: 'substantial' },
          { key: 'map', status: 'limited' },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-1),
        status: 'complete',
        progress: et(
          'Kaart on kõigile avatud, seitsme asutuse tulemused on peal ja tasuta proovi saab tellida. Kaarti vaadatakse 900 korda päevas.',
          'The map is open to all, the results of seven bodies are on it, and a free test can be ordered. The map is read 900 times a day.',
        ),
        milestones: [
          { key: 'gather', status: 'complete' },
          { key: 'map', status: 'complete' },
          { key: 'wells', status: 'substantial', value: 1240 },
          { key: 'tests', status: 'complete' },
        ],
        evidence: [table(at.kaldavere, wellsLabel, WELLS)],
        links: [{ label: et('Kaevude kaart', 'The map of wells'), url: 'https://kaevud.kaldavere.example' }],
      },
    },
    {
      node: 'haesol',
      assessment: {
        assessor: {
          name: ko('해솔 물시민연대', 'Haesol Citizens for Water'),
          url: 'https://mul.haesol.example',
        },
        codes: {
          scheme: 'irm-2021',
          verifiable: true,
          lens: true,
          potential: 'substantial',
          completion: 'limited',
          results: 'moderate',
        },
        reasoning: ko(
          '지도는 열려 있지만 우물 4,100곳 가운데 1,240곳만 있습니다. 정부가 낸 표에 그렇게 적혀 있습니다. 섬 세 곳에서 135가구에 물었더니 결과가 있는 집은 22가구였습니다. 무료 검사는 신청한 날부터 평균 5개월이 걸렸습니다. “완료”는 지도에 대한 말이고 약속은 모든 우물이었습니다.',
          'The map is open, and holds 1,240 of 4,100 wells: the table that the government handed in says so itself. We asked 135 households on three islands, and 22 had a result. The free test took five months from the order on average. “Complete” is said of the map; what was promised is every well.',
        ),
        milestones: [
          { key: 'gather', completion: 'complete' },
          {
            key: 'map',
            completion: 'limited',
            reason: ko('바깥 섬은 12%만 지도에 있습니다.', 'Of the outer islands 12% are on the map.'),
          },
          {
            key: 'tests',
            completion: 'limited',
            reason: ko('두 달이 아니라 다섯 달입니다.', 'Five months, not two.'),
          },
        ],
        evidence: [
          tableOf(at.kaldavere, wellsLabel, WELLS),
          table(
            at.haesol,
            ko('섬 세 곳에서 물은 135가구 (CSV)', '135 households asked on three islands (CSV)'),
            COUNT,
          ),
        ],
      },
    },
  ],
};

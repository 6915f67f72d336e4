import { table, tableOf } from '../../evidence.ts';
import type { CommitmentStory } from '../../story.ts';
import { es, et } from '../../text.ts';

const DAYS = `ministry;meetings;published within 3 working days
Environment;412;409
Finance;388;371
Justice;204;204
Economic Affairs;631;618
Education;297;292
Health;266;261
`;
const daysLabel = et(
  'Kohtumised ja avaldamise aeg ministeeriumide kaupa (CSV)',
  'Meetings and time to publication by ministry (CSV)',
);

export const meetingDiary: CommitmentStory = {
  key: 'meeting-diary',
  acts: ({ time, at }) => [
    {
      node: 'kaldavere',
      promise: {
        title: et(
          'Kes ministriga kohtus, seisab kolme päeva pärast avalikus päevikus',
          'Whoever met a minister is in the public diary three days later',
        ),
        start: time.month(-20),
        end: time.month(1),
        leads: [{ name: et('Kaldavere Riigikantselei', 'Government Office of Kaldavere') }],
        supporting: [{ name: et('Ühing Avatud Uks', 'The Open Door Association') }],
        problem: et(
          'Ministrite kohtumisi huvirühmadega avaldati siis, kui keegi küsis, ja keskmiselt 71 päeva hiljem. Seadus, millest räägiti, oli selleks ajaks sageli vastu võetud.',
          'Meetings of ministers with interest groups were published when somebody asked, on average 71 days later. By then the law they had talked about was often passed.',
        ),
        what: et(
          'Iga ministri, asekantsleri ja nõuniku kohtumine väljastpoolt tulnuga jõuab päevikusse kolme tööpäevaga: kes, mis asjas, mis eelnõu. Päevik on avaandmed ja sellele saab tellida teavituse eelnõu kaupa.',
          'Every meeting of a minister, a deputy secretary or an adviser with somebody from outside is in the diary within three working days: who, about what, which draft. The diary is open data, and anyone can follow it draft by draft.',
        ),
        how: et(
          'Kes tahab teise poole ära kuulata, näeb seda õigel ajal, mitte pärast hääletust.',
          'Whoever wants the other side to be heard sees it in time, and not after the vote.',
        ),
        values: ['transparency', 'accountability', 'technology'],
        relevance: et(
          'Avaldab teavet, mida varem ei olnud, ja seob selle eelnõuga, mille üle saab veel kaasa rääkida.',
          'It publishes what was not public before, and ties it to a draft that can still be changed.',
        ),
        theme: et('Aus otsustamine', 'Decisions that can be seen'),
        areas: ['lobbying', 'open-data'],
        sdgs: [16],
        budget: et(
          '74 000 eurot, sellest 50 000 kalendrite sidumiseks.',
          '74,000 euros, 50,000 of it to connect the calendars.',
        ),
        consultation: 'https://osale.kaldavere.example/kohtumised',
        milestones: [
          {
            key: 'rule',
            title: et('Valitsuse määrus kehtib', 'The regulation is in force'),
            deadline: time.month(0),
          },
          {
            key: 'diary',
            title: et('Päevik on avatud kõigile ministeeriumidele', 'The diary is open for all ministries'),
            deadline: time.month(0),
            indicators: [
              {
                key: 'in-time',
                text: et(
                  'Kolme tööpäevaga avaldatud kohtumisi',
                  'Meetings published within three working days',
                ),
                baseline: 4,
                target: 95,
                unit: et('%', '%'),
                deadline: time.month(0),
                dataset: 'https://andmed.kaldavere.example/kohtumised',
              },
            ],
          },
          {
            key: 'follow',
            title: et('Eelnõu kaupa saab tellida teavituse', 'One can follow the meetings about a draft'),
            deadline: time.month(1),
          },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-8),
        status: 'limited',
        progress: et(
          'Määrus kehtib. Päevikuga on ühinenud kaks ministeeriumi kümnest.',
          'The regulation is in force. Two ministries of ten use the diary.',
        ),
        challenges: et(
          'Nõunikud peavad kalendrit kolmes eri programmis.',
          'Advisers keep their calendars in three different programs.',
        ),
        milestones: [
          { key: 'rule', status: 'complete' },
          { key: 'diary', status: 'limited' },
          { key: 'in-time', status: 'limited', value: 23 },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-1),
        status: 'complete',
        progress: et(
          'Kõik ministeeriumid on päevikus ja 97% kohtumistest ilmub kolme tööpäevaga. Eelnõu kaupa on tellijaid 2300. Kuus kohtumist avaldasime hiljem, sest teise poole nimi vajas kaitset; põhjus on juures.',
          'All ministries are in the diary, and 97% of meetings appear within three working days. 2,300 people follow a draft. Six meetings came later because a name had to be protected; the reason stands beside each.',
        ),
        milestones: [
          { key: 'diary', status: 'complete' },
          { key: 'in-time', status: 'complete', value: 97 },
          { key: 'follow', status: 'complete' },
        ],
        evidence: [table(at.kaldavere, daysLabel, DAYS)],
      },
    },
    {
      node: 'montaluz',
      assessment: {
        assessor: {
          name: es(
            'Clínica de Transparencia de la Universidad de Montaluz',
            'Transparency Clinic of the University of Montaluz',
          ),
        },
        codes: {
          scheme: 'irm-2015',
          specificity: 'high',
          relevant: true,
          impact: 'transformative',
          completion: 'complete',
          opened: 'major',
        },
        reasoning: es(
          'Comparamos 120 reuniones que conocíamos por las agendas de las otras partes con el diario: 116 estaban, y 113 a tiempo. Las cuatro que faltan son llamadas telefónicas, que la norma no menciona. Seguir un proyecto funciona.',
          'We held 120 meetings that we knew from the other side’s calendars against the diary: 116 were there, 113 in time. The four that are missing were telephone calls, which the rule does not mention. Following a draft works.',
        ),
        milestones: [
          { key: 'rule', completion: 'complete' },
          { key: 'diary', completion: 'complete' },
          { key: 'follow', completion: 'complete' },
        ],
        evidence: [tableOf(at.kaldavere, daysLabel, DAYS)],
      },
    },
  ],
};

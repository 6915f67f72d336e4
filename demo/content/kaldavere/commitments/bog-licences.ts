import type { CommitmentStory } from '../../story.ts';
import { et } from '../../text.ts';

export const bogLicences: CommitmentStory = {
  key: 'bog-licences',
  acts: ({ time }) => [
    {
      node: 'kaldavere',
      promise: {
        title: et(
          'Turbaraba luba vaadatakse läbi koos külaga',
          'Licences to cut peat are reviewed with the village',
        ),
        start: time.month(2),
        end: time.month(13),
        leads: [{ name: et('Kaldavere Keskkonnaamet', 'Environment Board of Kaldavere') }],
        supporting: [{ name: et('Rabaküla seltside ühendus', 'Association of the bog villages') }],
        problem: et(
          'Load anti kolmekümneks aastaks ja küla sai teada, kui kaevud kuivasid. 14 loa tähtaeg lõpeb järgmise kolme aasta jooksul.',
          'Licences were given for thirty years, and the village found out when its wells ran dry. 14 of them end within the next three years.',
        ),
        what: et(
          'Ühtki luba ei pikendata enne avalikku koosolekut raba ääres, kus vee mõõtmised on laual. Otsuse juures on vastus igale külast tulnud ettepanekule.',
          'No licence is renewed before a public meeting at the bog, with the water measurements on the table. The decision answers each proposal that came from the village.',
        ),
        how: et(
          'Mõõtmised on külal ja ametil samad ning otsusest on näha, mida kuulda võeti.',
          'Village and office have the same measurements, and the decision shows what was heeded.',
        ),
        values: ['participation', 'transparency'],
        theme: et('Maa ja vesi', 'Land and water'),
        areas: ['natural-resources', 'environment-climate'],
        sdgs: [6, 13, 15],
        consultation: 'https://osale.kaldavere.example/rabad',
        milestones: [
          {
            key: 'gauges',
            title: et('Veemõõdikud 14 rabas', 'Water gauges in 14 bogs'),
            deadline: time.month(5),
          },
          {
            key: 'meetings',
            title: et('Koosolek iga raba ääres', 'A meeting at every bog'),
            deadline: time.month(10),
            indicators: [
              {
                key: 'held',
                text: et('Peetud koosolekuid', 'Meetings held'),
                baseline: 0,
                target: 14,
                unit: et('koosolekut', 'meetings'),
                deadline: time.month(10),
              },
            ],
          },
          {
            key: 'answers',
            title: et('Otsused koos vastustega', 'Decisions with answers'),
            deadline: time.month(13),
          },
        ],
      },
    },
    {
      node: 'kaldavere',
      report: {
        period: time.month(-1),
        status: 'not-started',
        progress: et(
          'Töö algab kahe kuu pärast. Mõõdikute hange on ette valmistatud.',
          'Work begins in two months. The tender for the gauges is prepared.',
        ),
      },
    },
  ],
};

import type { PlanStory } from '../../story.ts';
import { et } from '../../text.ts';
import { bogLicences } from './bog-licences.ts';
import { ferryFares } from './ferry-fares.ts';
import { meetingDiary } from './meeting-diary.ts';
import { rescueDrills } from './rescue-drills.ts';
import { schoolRepairs } from './school-repairs.ts';
import { wellWater } from './well-water.ts';

export const commitments: PlanStory = {
  key: 'kaldavere-plan',
  node: 'kaldavere',
  zone: 'Europe/Tallinn',
  plan: ({ time }) => ({
    title: et(
      `Kaldavere avatud valitsemise kava ${time.year(-1)}–${time.year(1)}`,
      `Open government plan of Kaldavere ${time.year(-1)}–${time.year(1)}`,
    ),
    summary: et(
      'Kuus lubadust, igaühel mõõdetav lõpp. Kaks tulid saarte rahvakoosolekutelt, üks kooliõpilastelt.',
      'Six promises, each with an end that can be measured. Two came from meetings on the islands, one from pupils.',
    ),
    programme: 'ogp',
    number: 3,
    start: time.year(-1),
    end: time.year(1),
    cocreation: et(
      'Üheksal koosolekul ja veebis esitati 214 ettepanekut. Iga tagasi lükatud ettepaneku juures on põhjus. Lõpliku nimekirja hääletas läbi nõukogu, kus pooled kohad on vabaühendustel.',
      '214 proposals were made at nine meetings and online. Each one that was turned down has its reason beside it. The final list was voted by a council in which half of the seats belong to associations.',
    ),
    cocreationEvidence: [
      {
        label: et('Kõik 214 ettepanekut koos vastustega', 'All 214 proposals with the answers'),
        url: 'https://andmed.kaldavere.example/kava/ettepanekud',
      },
    ],
  }),
  commitments: [meetingDiary, wellWater, ferryFares, schoolRepairs, bogLicences, rescueDrills],
};

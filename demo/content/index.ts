/** The content of the demo alliance: made up, dated back from its first start, told in four chapters. */

import { adoptions as haesolAdoptions } from './haesol/adoptions.ts';
import { commitments as haesolCommitments } from './haesol/commitments/index.ts';
import { marketBus } from './haesol/market-bus.ts';
import { plainLetters as haesolLetters } from './haesol/plain-letters.ts';
import { repairRoom } from './haesol/repair-room.ts';
import { wildfireCalls } from './haesol/wildfire-calls.ts';
import { wildfireTraining } from './haesol/wildfire-training.ts';
import { adoptions as kaldavereAdoptions } from './kaldavere/adoptions.ts';
import { commitments as kaldavereCommitments } from './kaldavere/commitments/index.ts';
import { ferryPlates } from './kaldavere/ferry-plates.ts';
import { libraryHelp } from './kaldavere/library-help.ts';
import { nightFerries } from './kaldavere/night-ferries.ts';
import { openDays } from './kaldavere/open-days.ts';
import { quietHarbour } from './kaldavere/quiet-harbour.ts';
import { schoolMeals } from './kaldavere/school-meals.ts';
import { adoptions as montaluzAdoptions } from './montaluz/adoptions.ts';
import { commitments as montaluzCommitments } from './montaluz/commitments/index.ts';
import { dataClinic } from './montaluz/data-clinic.ts';
import { harbourReviews } from './montaluz/harbour-reviews.ts';
import { oneVisit } from './montaluz/one-visit.ts';
import { rightToRepair } from './montaluz/right-to-repair.ts';
import { tenDays } from './montaluz/ten-days.ts';
import { villageClinic } from './montaluz/village-clinic.ts';
import { waterPrice } from './montaluz/water-price.ts';
import type { AdoptionStory, EventStory, PlanStory, ReferenceStory, Story } from './story.ts';

export const stories: readonly Story[] = [
  ferryPlates,
  libraryHelp,
  quietHarbour,
  schoolMeals,
  nightFerries,
  villageClinic,
  rightToRepair,
  tenDays,
  waterPrice,
  oneVisit,
  marketBus,
  repairRoom,
  wildfireCalls,
  haesolLetters,
];

export const adoptionStories: readonly AdoptionStory[] = [
  ...kaldavereAdoptions,
  ...montaluzAdoptions,
  ...haesolAdoptions,
];

export const plans: readonly PlanStory[] = [kaldavereCommitments, montaluzCommitments, haesolCommitments];

export const references: readonly ReferenceStory[] = [harbourReviews];

export {
  allianceCharter,
  chairTerms,
  contributions,
  identityGroup,
  lettersGroup,
  nextMeeting,
  openMinutes,
  pastMeeting,
  plainLetters,
} from './alliance.ts';
export { countries, type DemoCountry } from './nodes.ts';
export { type Deed, deeds, type Known } from './projects/index.ts';
export type {
  AdoptionStory,
  CommitmentAct,
  CommitmentStory,
  EventStory,
  NodeKey,
  PlanStory,
  Scene,
  Story,
} from './story.ts';
export const eventStories: readonly EventStory[] = [openDays, dataClinic, wildfireTraining];

export { type DemoTime, demoTime } from './time.ts';

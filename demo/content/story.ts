import type { AssessmentInput } from '../../node/src/modules/commitments/assessment.ts';
import type { CommitmentInput } from '../../node/src/modules/commitments/commitment.ts';
import type { LeadInput } from '../../node/src/modules/commitments/lead.ts';
import type { PlanInput } from '../../node/src/modules/commitments/plan.ts';
import type { ReferenceInput } from '../../node/src/modules/commitments/reference.ts';
import type { ReportInput } from '../../node/src/modules/commitments/report.ts';
import type { EventInput } from '../../node/src/modules/events/event.ts';
import type { OutcomeInput } from '../../node/src/modules/events/outcome.ts';
import type { AdoptionInput } from '../../node/src/modules/practices/adoption.ts';
import type { PracticeInput } from '../../node/src/modules/practices/practice.ts';
import type { DemoTime } from './time.ts';

export type NodeKey = 'kaldavere' | 'montaluz' | 'haesol';

/** One version of what a node publishes, and the chapter of the demo's short history in which it does. */
export interface Version<Body> {
  chapter: number;
  body: Body;
}

/** A practice that a country of the demo publishes. Years in it count back from the first start of the demo. */
export interface Story {
  key: string;
  node: NodeKey;
  versions(time: DemoTime): readonly Version<PracticeInput>[];
  /** Taken back, and why, in the chapter after its last version. */
  withdrawn?: string;
}

/** One country doing what another began. */
export interface AdoptionStory {
  key: string;
  node: NodeKey;
  /** Key of the practice. */
  practice: string;
  /** Key of the adoption that it builds on, where that is not the practice itself. */
  from?: string;
  versions(time: DemoTime): readonly Version<AdoptionInput>[];
}

/** When the demo began, and where its nodes are: a commitment may name another of them. */
export interface Scene {
  time: DemoTime;
  /** Origins of the nodes. */
  at: Readonly<Record<NodeKey, string>>;
}

/** What a node does about a commitment. An assessment is one of the report before it. */
export type CommitmentAct =
  | { node: NodeKey; promise: Promised }
  | { node: NodeKey; lead: LeadInput }
  | { node: NodeKey; report: ReportInput }
  | { node: NodeKey; assessment: Omit<AssessmentInput, 'report'> };

/** A commitment without what it has from its plan. The fields are named one by one: a loose type would let any name pass. */
export type Promised = {
  [Field in keyof CommitmentInput as string extends Field
    ? never
    : Exclude<Field, 'plan' | 'number' | 'zone'>]: CommitmentInput[Field];
};

/** A commitment and everything that is said of it, in order; it begins with the promise, and a later one is its next version. */
export interface CommitmentStory {
  key: string;
  acts(scene: Scene): readonly CommitmentAct[];
}

/** The action plan of a country, with its commitments in the order of their numbers. */
export interface PlanStory {
  key: string;
  node: NodeKey;
  zone: string;
  plan(scene: Scene): PlanInput;
  commitments: readonly CommitmentStory[];
}

/** A public file of somebody else that a country keeps, to compare with. */
export interface ReferenceStory {
  key: string;
  node: NodeKey;
  reference: ReferenceInput;
  text: string;
}

/** An event that a country of the demo announces, what came of it, and who of its people have registered. */
export interface EventStory {
  key: string;
  node: NodeKey;
  chapter: number;
  body(time: DemoTime): EventInput;
  /** Where it is over. */
  outcome?: OutcomeInput;
  /** Codes of people of the test eID, in the order in which they come. */
  registered?: readonly string[];
}

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

import { TrustError } from './error.ts';
import type { Json } from './json.ts';

/** What a step of a trust decision looks at; stable. */
export type TrustStepCode =
  /** Not of a chain: whoever decides had trusted the entity itself, and ended that. */
  | 'partnership'
  /** Not of a chain: the federation keys of a node are those that its own log tells. */
  | 'log-keys'
  /** Not of a chain: the keys of a node's log and witness were taken from its metadata. */
  | 'node-keys'
  /** Not of a chain: the keys that sign records in a node's log are those that its metadata lists. */
  | 'record-keys'
  /** The budget of requests, depth or hints. */
  | 'budget'
  /** An entity's configuration was asked for. */
  | 'fetch-configuration'
  /** A superior was asked for its statement. */
  | 'fetch-statement'
  /** Superiors that the entity names. */
  | 'authority-hints'
  /** A superior that is already on the path. */
  | 'loop'
  /** The entity has no superior on the way to an anchor. */
  | 'dead-end'
  /** Keys of an anchor changed, and the pinned ones vouch for it. */
  | 'anchor-keys'
  /** Number and order of the statements. */
  | 'chain-shape'
  /** One statement: form, type, claims, critical claims. */
  | 'statement'
  /** One statement: issued and not yet expired. */
  | 'time'
  /** The last statement is that of an anchor we pinned. */
  | 'anchor'
  /** Whoever issued a statement is whom the next one is about. */
  | 'link'
  /** A statement is signed with a key that the next one lists, or that is pinned. */
  | 'link-key'
  /** The subject signed its configuration with a key that it lists. */
  | 'subject-key'
  | 'path-length'
  | 'naming'
  | 'entity-types'
  | 'superior-metadata'
  | 'policy'
  | 'policy-applied'
  /** What the metadata says fits the entity that it is about. */
  | 'metadata';

/** One thing that was checked, for people and for machines: codes and data, no sentences. */
export interface TrustStep {
  code: TrustStepCode;
  ok: boolean;
  /** Entity that the step is about. */
  entity: string | null;
  /** Code of the error, where `ok` is false. */
  cause: string | null;
  /** What was looked at; the members depend on the step. */
  data: Record<string, Json>;
}

/** How it was decided whether to trust an entity: every step in order, and the one that a refusal comes down to. */
export interface TrustDecision {
  subject: string | null;
  trusted: boolean;
  /** Seconds since 1970. */
  at: number;
  steps: readonly TrustStep[];
  reason: TrustStep | null;
}

/** Thrown to leave a check that has already written down why. */
export class Refused extends Error {
  readonly step: TrustStep;
  constructor(step: TrustStep) {
    super(`${step.code}: ${step.cause}`);
    this.step = step;
  }
}

/** Writes a decision down while it is made. */
export class Deliberation {
  readonly steps: TrustStep[] = [];

  step(code: TrustStepCode, entity: string | null, data: Record<string, Json> = {}): void {
    this.steps.push({ code, ok: true, entity, cause: null, data });
  }

  /** Notes that a step failed, and goes on: where several ways are tried, one may. */
  note(
    code: TrustStepCode,
    entity: string | null,
    cause: string,
    data: Record<string, Json> = {},
  ): TrustStep {
    const step = { code, ok: false, entity, cause, data };
    this.steps.push(step);
    return step;
  }

  refuse(code: TrustStepCode, entity: string | null, cause: string, data: Record<string, Json> = {}): never {
    throw new Refused(this.note(code, entity, cause, data));
  }

  /**
   * Runs a check; an error of this package refuses the step, any other is a fault of ours and goes on. `data` may depend on
   * what the check found.
   */
  check<T>(
    code: TrustStepCode,
    entity: string | null,
    check: () => T,
    data: Record<string, Json> | ((found: T) => Record<string, Json>) = {},
  ): T {
    let found: T;
    try {
      found = check();
    } catch (error) {
      if (!(error instanceof TrustError)) throw error;
      const known = typeof data === 'function' ? {} : data;
      this.refuse(code, entity, error.code, { ...known, reason: error.message });
    }
    this.step(code, entity, typeof data === 'function' ? data(found) : data);
    return found;
  }
}

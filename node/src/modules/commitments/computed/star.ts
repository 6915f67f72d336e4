import type { Irm2015 } from '../schemes.ts';

/** The four conditions of a star, each as it was judged; the star is there where all four hold. */
export interface Star {
  starred: boolean;
  conditions: {
    /** Medium or high. */
    specificity: boolean;
    /** Of clear relevance to a value of open government. */
    relevance: boolean;
    /** Transformative. */
    impact: boolean;
    /** Substantial or complete. */
    completion: boolean;
  };
}

/** The codes that a star depends on; null where the assessor gave none. */
export interface StarCodes {
  specificity: Irm2015['specificity'] | null;
  relevant: boolean | null;
  impact: Irm2015['impact'] | null;
  completion: string | null;
}

/**
 * The starred commitment of the Independent Reporting Mechanism since 2015. A code that was not given counts as not met.
 *
 * @example starOf({ specificity: 'high', relevant: true, impact: 'transformative', completion: 'complete' }).starred // true
 */
export function starOf({ specificity, relevant, impact, completion }: StarCodes): Star {
  const conditions = {
    specificity: specificity === 'medium' || specificity === 'high',
    relevance: relevant === true,
    impact: impact === 'transformative',
    completion: completion === 'substantial' || completion === 'complete',
  };
  return { starred: Object.values(conditions).every(Boolean), conditions };
}

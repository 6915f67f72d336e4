import type { AlertCode } from '../database/tables/watch.ts';

/** How often, and for how long, the same unsigned fault must be seen in a row before it is an alarm. */
export interface Patience {
  tries: number;
  ms: number;
  /** An older state than we know is what a node shows that recovers from a backup: that takes longer. */
  rolledBackMs: number;
  /** Pause between two tries of something that looks wrong. */
  retryMs: number;
  /** For so long after it grew a log may still be served from caches as it was before. */
  staleMs: number;
}

export const PATIENCE: Patience = {
  tries: 3,
  ms: 30_000,
  rolledBackMs: 120_000,
  retryMs: 10_000,
  staleMs: 15_000,
};

/** Counts faults of one log that carry no signed proof. One good answer ends a suspicion. */
export class Suspicion {
  readonly #patience: Patience;
  #current: { code: AlertCode; since: number; tries: number } | null = null;

  constructor(patience: Patience) {
    this.#patience = patience;
  }

  /** @param now milliseconds. @returns what has been seen, once it is enough for an alarm */
  seen(code: AlertCode, now: number): { tries: number; since: number } | null {
    if (this.#current?.code !== code) this.#current = { code, since: now, tries: 0 };
    const current = this.#current;
    current.tries++;
    const { tries, ms, rolledBackMs } = this.#patience;
    const enough = now - current.since >= (code === 'rolled-back' ? rolledBackMs : ms);
    return enough && current.tries >= tries ? { tries: current.tries, since: current.since } : null;
  }

  clear(): void {
    this.#current = null;
  }
}

/** When a partner is asked again. `add-checkpoint` wakes us at once; polling is for what that misses. */
const SOON_MS = 2_000;
const IDLE_MS = 10_000;
const LONGEST_IDLE_MS = 60_000;
const LONGEST_FAILED_MS = 600_000;

export type Outcome =
  /** It has grown: cosignatures of others come in a moment. */
  'grown' | 'unchanged' | 'failed';

/** Delays that double while nothing happens, or nothing works; with jitter, so that nodes do not ask in step. */
export class Pace {
  readonly #random: () => number;
  #last: Outcome = 'grown';
  #ms = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  next(outcome: Outcome): number {
    if (outcome === 'grown') this.#ms = SOON_MS;
    else if (outcome !== this.#last || this.#ms < IDLE_MS) this.#ms = IDLE_MS;
    else this.#ms = Math.min(this.#ms * 2, outcome === 'failed' ? LONGEST_FAILED_MS : LONGEST_IDLE_MS);
    this.#last = outcome;
    return Math.round(this.#ms * (0.75 + this.#random() * 0.5));
  }
}

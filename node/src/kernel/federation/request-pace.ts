import type { Clock } from '../clock.ts';

/** Lets through so many requests in any second and no more. */
export class RequestPace {
  readonly #clock: Clock;
  readonly #perSecond: number;
  /** When the latest went, in milliseconds; as many as may go in a second, the oldest first. */
  readonly #latest: number[] = [];

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  /** Whether one more could go now. */
  isOpen(): boolean {
    const [oldest] = this.#latest;
    if (oldest === undefined || this.#latest.length < this.#perSecond) return this.#perSecond > 0;
    const since = this.#clock.now().getTime() - oldest;
    // A clock that was set back must not shut the way out.
    return since >= 1000 || since < 0;
  }

  /** Lets one more go, where it may. */
  take(): boolean {
    if (!this.isOpen()) return false;
    if (this.#latest.length >= this.#perSecond) this.#latest.shift();
    this.#latest.push(this.#clock.now().getTime());
    return true;
  }
}

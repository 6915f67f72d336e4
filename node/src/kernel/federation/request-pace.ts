import type { Clock } from '../clock.ts';

/** Lets through so many requests in a second and no more: a bucket that fills again with time. */
export class RequestPace {
  readonly #clock: Clock;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(clock: Clock, perSecond: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#left = perSecond;
    this.#at = clock.now().getTime();
  }

  /** Whether one more could go now. */
  isOpen(): boolean {
    const now = this.#clock.now().getTime();
    const filled = (Math.max(0, now - this.#at) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#perSecond, this.#left + filled);
    this.#at = now;
    return this.#left >= 1;
  }

  /** Lets one more go, where it may. */
  take(): boolean {
    if (!this.isOpen()) return false;
    this.#left--;
    return true;
  }
}

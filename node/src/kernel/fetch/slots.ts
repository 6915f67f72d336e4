/** At most `most` pieces of work at a time for each name; the rest waits in order of arrival. */
export class Slots {
  readonly #most: number;
  readonly #names = new Map<string, { taken: number; waiting: (() => void)[] }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Waits for a slot; the answer frees it. Rejects with the signal's reason when that comes first. */
  async take(name: string, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    const queue = this.#names.get(name) ?? { taken: 0, waiting: [] };
    this.#names.set(name, queue);
    if (queue.taken < this.#most) queue.taken++;
    else await this.#turn(queue.waiting, signal);
    let free = false;
    return () => {
      if (free) return;
      free = true;
      const next = queue.waiting.shift();
      // A slot that is handed on stays taken.
      if (next) next();
      else if (--queue.taken === 0) this.#names.delete(name);
    };
  }

  #turn(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      const abort = (): void => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(signal.reason);
      };
      waiting.push(turn);
      signal.addEventListener('abort', abort, { once: true });
    });
  }
}

/** Something that runs again and again until it is stopped. */
export interface Loop {
  /** Runs again soon; a wake during a run leads to one more run. */
  wake(): void;
  /** Stops after the current run. */
  stop(): Promise<void>;
}

/**
 * Runs when woken, and at the latest after `everyMs`, or after the milliseconds that the run itself asks for. Between two
 * runs it rests for `restMs`, so that what comes in quick succession is dealt with together.
 */
export function startLoop(
  run: (signal: AbortSignal) => Promise<unknown>,
  everyMs: number,
  failed: (error: unknown) => void,
  restMs = 0,
): Loop {
  const stopping = new AbortController();
  let woken = true;
  let ring: () => void = () => {};
  /** Until the time is over, or somebody rings who may. */
  const sleep = (ms: number, enough: () => boolean) =>
    new Promise<void>((resolve) => {
      if (enough() || ms <= 0) return resolve();
      const timer = setTimeout(resolve, ms);
      ring = () => {
        if (!enough()) return;
        clearTimeout(timer);
        resolve();
      };
    });
  const stopped = () => stopping.signal.aborted;
  const running = (async () => {
    while (!stopped()) {
      woken = false;
      let ms = everyMs;
      try {
        const asked = await run(stopping.signal);
        if (typeof asked === 'number') ms = asked;
      } catch (error) {
        if (!stopped()) failed(error);
      }
      await sleep(restMs, stopped);
      await sleep(ms - restMs, () => woken || stopped());
    }
  })();
  return {
    wake() {
      woken = true;
      ring();
    },
    async stop() {
      stopping.abort();
      ring();
      await running;
    },
  };
}

/**
 * Something that runs again and again until it is stopped: when woken, and at the latest after `everyMs`, or after the
 * milliseconds that the run itself asks for.
 */
export interface Loop {
  /** Runs again soon; a wake during a run leads to one more run. */
  wake(): void;
  /** Stops after the current run. */
  stop(): Promise<void>;
}

export function startLoop(
  run: (signal: AbortSignal) => Promise<unknown>,
  everyMs: number,
  failed: (error: unknown) => void,
): Loop {
  const stopping = new AbortController();
  let woken = true;
  let ring: () => void = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopping.signal.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!stopping.signal.aborted) {
      woken = false;
      let ms = everyMs;
      try {
        const asked = await run(stopping.signal);
        if (typeof asked === 'number') ms = asked;
      } catch (error) {
        if (!stopping.signal.aborted) failed(error);
      }
      await pause(ms);
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

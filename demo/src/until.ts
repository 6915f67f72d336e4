import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is yes. @throws where it does not become yes in time */
export async function until(
  what: string,
  ask: () => Promise<boolean>,
  signal: AbortSignal,
  limitMs = 60_000,
): Promise<void> {
  const end = performance.now() + limitMs;
  for (let wait = 40; ; wait = Math.min(wait * 1.5, 400)) {
    signal.throwIfAborted();
    if (await ask()) return;
    if (performance.now() > end) throw new Error(`${what} did not happen within ${limitMs / 1000} seconds`);
    await pause(wait, undefined, { signal });
  }
}

import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { FuzzPlan, FuzzReport } from '../fuzz/fuzz-worker.ts';

const seed = process.env.KOINON_FUZZ_SEED ?? randomBytes(8).toString('hex');
const MEMORY_MB = 192;
/** A case takes some milliseconds; whoever needs a thousand times as long hangs. */
const HANGS_MS = 60_000;

/** Runs all cases in a thread that may be stopped, and whose memory is bounded. */
function fuzz(plan: FuzzPlan): Promise<Map<string, number>> {
  const codes = new Map<string, number>();
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 };
  const worker = new Worker(new URL('../fuzz/fuzz-worker.ts', import.meta.url), {
    workerData: plan,
    resourceLimits,
  });
  return new Promise((resolve, reject) => {
    let current = 'the election';
    const fail = (what: string): void => {
      reject(new Error(`${what}, at ${current}. To see it again: KOINON_FUZZ_SEED=${seed}`));
      void worker.terminate();
    };
    const watch = setTimeout(() => fail('it hangs'), HANGS_MS);
    worker.on('message', (message: FuzzReport) => {
      watch.refresh();
      if ('begin' in message) current = `${message.begin} (${message.done})`;
      else if ('wrong' in message) fail(message.wrong);
      else codes.set(message.code, (codes.get(message.code) ?? 0) + 1);
    });
    worker.on('error', (error) => fail(error.message));
    worker.on('exit', () => {
      clearTimeout(watch);
      resolve(codes);
    });
  });
}

it('an archive with changed bytes or messages is refused with a reason, or has the same result', {
  timeout: 600_000,
}, async () => {
  console.log(`fuzzing with KOINON_FUZZ_SEED=${seed}`);
  const codes = await fuzz({ seed, bytes: 9000, structures: 1000 });
  const cases = [...codes.values()].reduce((sum, count) => sum + count, 0);
  const listed = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  console.log(listed.join(', '));
  expect(cases).toBe(10_000);
  expect(codes.size).toBeGreaterThan(15);
});

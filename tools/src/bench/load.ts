import { Pool } from 'undici';

export interface Load {
  /** Requests per second. */
  rate: number;
  p50: number;
  p95: number;
  failed: number;
  requests: number;
}

/**
 * Sends GET requests for `seconds`, always `concurrency` at a time, each to the path that `path(n)` names for the n-th request.
 * Times are in milliseconds from sending to the last byte. Bounded in time and, where given, in count.
 */
export async function load(
  origin: string,
  path: (n: number) => string,
  options: { concurrency: number; seconds: number; headers?: Record<string, string> },
): Promise<Load> {
  const pool = new Pool(origin, { connections: options.concurrency });
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const start = performance.now();
  const end = start + options.seconds * 1000;

  async function client(): Promise<void> {
    while (performance.now() < end) {
      const sent = performance.now();
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: path(next++),
        headers: options.headers ?? {},
      });
      for await (const _ of body);
      times.push(performance.now() - sent);
      if (statusCode !== 200) failed++;
    }
  }

  await Promise.all(Array.from({ length: options.concurrency }, client));
  const took = (performance.now() - start) / 1000;
  await pool.close();
  times.sort((a, b) => a - b);
  return {
    rate: times.length / took,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    failed,
    requests: times.length,
  };
}

/** The q-quantile of sorted numbers; 0 for none. */
export function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

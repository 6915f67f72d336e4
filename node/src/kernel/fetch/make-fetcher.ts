import { Agent, errors } from 'undici';
import { FetchRefused } from './error.ts';
import type { Fetched, Fetcher, FetchOptions } from './fetcher.ts';
import { type GuardOptions, makeGuard } from './guard.ts';
import { guardedConnector } from './guarded-connector.ts';
import { readBody } from './read-body.ts';
import { Slots } from './slots.ts';

const CONNECT_MS = 5_000;
/** Longest silence before the head and between two parts of the body; a slow drip ends with `timeoutMs`. */
const SILENCE_MS = 15_000;
const PER_HOST = 8;

export interface ClosableFetcher extends Fetcher {
  close(): Promise<void>;
}

/** The guarded fetch: every request that leaves this process goes through it. */
export function makeFetcher(options: GuardOptions & { userAgent?: string }): ClosableFetcher {
  const guard = makeGuard(options);
  const slots = new Slots(PER_HOST);
  const agent = new Agent({
    connect: guardedConnector(guard, CONNECT_MS),
    connections: PER_HOST,
    pipelining: 1,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
    keepAliveTimeout: 10_000,
    allowH2: false,
  });
  const headers = { 'user-agent': options.userAgent ?? 'Koinon', 'accept-encoding': 'gzip, br' };

  return {
    async fetch(text, request) {
      const url = guard.url(text);
      const time = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([time, request.signal]) : time;
      let free: (() => void) | undefined;
      try {
        free = await slots.take(url.host, signal);
        return await exchange(agent, url, request, headers, signal);
      } catch (error) {
        // Whoever gave the signal knows why it was given.
        if (request.signal?.aborted) throw request.signal.reason;
        throw refusal(text, error, time.aborted);
      } finally {
        free?.();
      }
    },
    async close() {
      await agent.destroy();
    },
  };
}

async function exchange(
  agent: Agent,
  url: URL,
  request: FetchOptions,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Fetched> {
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method ?? 'GET',
    headers: { ...headers, ...request.headers },
    body: request.body ?? null,
    signal,
  });
  // Reading may end early; what the connection says of that afterwards is of no interest.
  answer.body.on('error', () => {});
  try {
    checkHead(url.href, answer.statusCode, answer.headers, request);
    const encoding = single(answer.headers['content-encoding'])?.toLowerCase();
    const body = await readBody(url.href, answer.body, encoding, request.maxBytes);
    return { status: answer.statusCode, headers: flat(answer.headers), body };
  } finally {
    answer.body.destroy();
  }
}

type Headers = Record<string, string | string[] | undefined>;

function checkHead(url: string, status: number, headers: Headers, request: FetchOptions): void {
  if (status >= 300 && status < 400 && status !== 304) {
    throw new FetchRefused('redirect', url, `status ${status} to ${single(headers.location) ?? 'nowhere'}`);
  }
  const announced = Number(single(headers['content-length']) ?? 0);
  if (announced > request.maxBytes) throw new FetchRefused('too-large', url, `announces ${announced} bytes`);
  if (request.accept && status >= 200 && status < 300) {
    const type = single(headers['content-type'])?.split(';')[0]?.trim().toLowerCase() ?? 'none';
    if (!request.accept.includes(type)) throw new FetchRefused('wrong-type', url, `content type ${type}`);
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

function flat(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, single(value) ?? '']],
    ),
  );
}

function refusal(url: string, error: unknown, timedOut: boolean): FetchRefused {
  if (error instanceof FetchRefused) return new FetchRefused(error.code, url, error.detail.reason);
  const reason = error instanceof Error ? error.message : String(error);
  const slow =
    timedOut || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
  return new FetchRefused(slow ? 'too-slow' : 'unreachable', url, reason);
}

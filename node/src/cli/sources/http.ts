import type { Fetched, FetchRefusal } from '../../kernel/fetch/index.ts';
import { CannotTell, UsageError } from '../framework/error.ts';
import type { LogSource } from './log-source.ts';

const TIMEOUT_MS = 30_000;

const REASONS: Readonly<Record<FetchRefusal, string>> = {
  'bad-url': 'only https is asked for (plain http on this machine alone)',
  'forbidden-address': 'its address is not a public one',
  redirect: 'it answers with a redirect',
  'too-large': 'the answer is larger than it may be',
  'too-slow': 'no answer in time',
  unreachable: 'it cannot be reached',
  'wrong-type': 'the answer is of another type',
};

/** Files over HTTP, through the guarded fetch of the node. */
export interface Web {
  /** The body, or null for 404. @throws CannotTell for everything else. */
  get(url: string, maxBytes: number): Promise<Uint8Array | null>;
  json(url: string): Promise<unknown>;
  /** The time that the server of the last answer states, and ours when it came; null before that. */
  readonly clock: { theirs: Date; ours: Date } | null;
}

export async function openWeb(near: string): Promise<Web> {
  const { FetchRefused, makeFetcher } = await import('../../kernel/fetch/index.ts');
  const port = Number(new URL(near).port || 443);
  const fetcher = makeFetcher({ allowLoopback: true, ports: [port], userAgent: 'koinon-cli' });
  let clock: Web['clock'] = null;
  const get = async (url: string, maxBytes: number) => {
    let answer: Fetched;
    try {
      answer = await fetcher.fetch(url, { maxBytes, timeoutMs: TIMEOUT_MS });
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      throw new CannotTell(
        error.code,
        `${url} could not be read: ${REASONS[error.code]} (${error.detail.reason}).`,
      );
    }
    const theirs = new Date(answer.headers.date ?? Number.NaN);
    if (!Number.isNaN(theirs.getTime())) clock = { theirs, ours: new Date() };
    if (answer.status === 404 || answer.status === 410) return null;
    if (answer.status !== 200) {
      throw new CannotTell(
        'http-status',
        `${url} could not be read: it answers with status ${answer.status}.`,
      );
    }
    return answer.body;
  };
  return {
    get,
    get clock() {
      return clock;
    },
    async json(url) {
      const body = await get(url, 1 << 20);
      if (body === null) throw new CannotTell('not-found', `${url} does not exist.`);
      try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
      } catch {
        throw new CannotTell('not-json', `${url} is not JSON.`);
      }
    },
  };
}

/** An http or https address as a person types it. @throws UsageError */
export function webAddress(text: string, what: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new UsageError('bad-url', `"${text}" is not the address of ${what}: it begins with https:// .`);
  }
  return url;
}

export function looksLikeUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text);
}

/** A log served over HTTP; `prefix` ends in a slash. */
export function webSource(web: Web, prefix: string): LogSource {
  return { name: prefix, read: (path, maxBytes) => web.get(prefix + path, maxBytes) };
}

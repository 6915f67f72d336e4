import type { FetchAnswer, FetchRequest } from '@koinon/trust';
import { type Fetcher, FetchRefused } from '../fetch/index.ts';

/** Longest wait for one statement. */
export const STATEMENT_TIMEOUT_MS = 3_000;

/** Failures that say nothing of the entity: another moment may bring an answer. */
export const PASSING_FAILURES: ReadonlySet<string> = new Set([
  'unreachable',
  'too-slow',
  'server-error',
  'too-many-asked',
]);

/** Fetches one entity statement through the guarded client. */
export async function askEntity(
  fetcher: Fetcher,
  { url, mediaType, maxBytes }: FetchRequest,
  timeoutMs = STATEMENT_TIMEOUT_MS,
): Promise<FetchAnswer> {
  try {
    const { status, body } = await fetcher.fetch(url, { maxBytes, timeoutMs, accept: [mediaType] });
    if (status === 200) return { jws: new TextDecoder().decode(body).trim() };
    if (status === 404) return { failure: 'not-found' };
    return { failure: status >= 500 ? 'server-error' : 'refused' };
  } catch (error) {
    if (error instanceof FetchRefused) return { failure: error.code };
    throw error;
  }
}

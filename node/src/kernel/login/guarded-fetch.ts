import type { CustomFetch } from 'openid-client';
import type { Fetcher } from '../fetch/index.ts';

const MOST_BYTES = 65_536;

/** Lets openid-client ask through the one guarded way out. */
export function guardedFetch(fetcher: Fetcher, timeoutMs: number): CustomFetch {
  return async (url, { method, headers, body }) => {
    const answer = await fetcher.fetch(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      ...(body !== undefined && body !== null && { body: String(body) }),
      maxBytes: MOST_BYTES,
      timeoutMs,
    });
    return new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
  };
}

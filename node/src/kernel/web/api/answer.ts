import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Kernel } from '../../kernel.ts';
import type { ApiAnswer, ApiRequest, ApiRoute } from '../api-route.ts';
import type { StoredAnswer } from './idempotency.ts';

/** `?wait=logged` waits no longer than this. */
const WAIT_MS = 10_000;

/** The answer of a handler with the status and headers of its shape. */
export function answerOf(
  c: Context,
  route: ApiRoute,
  request: ApiRequest,
  { result, status, etag, location }: ApiAnswer<unknown>,
): StoredAnswer {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (etag !== undefined) headers.ETag = `"${etag}"`;
  if (location !== undefined) headers.Location = location;
  const next = route.shape === 'list' ? (result as { next: string | null }).next : null;
  if (next !== null) headers.Link = `<${nextUrl(c, request, next)}>; rel="next"`;
  return { status: status ?? (route.shape === 'act' ? 201 : 200), headers, body: JSON.stringify(result) };
}

function nextUrl(c: Context, { page }: ApiRequest, next: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set('limit', String(page.limit));
  url.searchParams.set('after', next);
  return url.pathname + url.search;
}

/** Waits until the act's record is in a signed checkpoint, and says so in the answer. */
export async function waitLogged(
  kernel: Pick<Kernel, 'records'>,
  answer: StoredAnswer,
): Promise<StoredAnswer> {
  const act = JSON.parse(answer.body) as { jti?: unknown; status?: unknown };
  if (typeof act.jti !== 'string' || act.status === 'logged') return answer;
  const status = await kernel.records.waitLogged(act.jti, WAIT_MS);
  return { ...answer, body: JSON.stringify({ ...act, status }) };
}

export function writeAnswer(c: Context, { status, headers, body }: StoredAnswer): Response {
  return c.body(body, status as ContentfulStatusCode, headers);
}

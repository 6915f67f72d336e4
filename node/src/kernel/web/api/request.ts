import type { Context } from 'hono';
import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { PreconditionRequired } from '../api-error.ts';
import type { ApiRequest, ApiRoute } from '../api-route.ts';
import type { AppEnv } from '../app-env.ts';
import { pageQuery, pageRequest } from '../paging.ts';
import { readIfMatch } from './if-match.ts';
import { readJson } from './read-json.ts';
import { validateParts } from './validate.ts';

const waitQuery = z.object({ wait: z.literal('logged').optional() });
const FORMAT_PARAMETERS = ['lang', 'scheme'];

/** Reads and validates a request for its route. @throws InvalidRequest, MalformedRequest, PreconditionRequired */
export async function readRequest(
  c: Context<AppEnv>,
  kernel: Pick<Kernel, 'i18n'>,
  route: ApiRoute,
): Promise<{ request: ApiRequest; text: string; wait: boolean }> {
  const body = route.method === 'get' ? { value: undefined, text: '' } : await readJson(c);
  const query = queryOf(c);
  const own = route.shape === 'list' ? pageQuery : route.shape === 'act' ? waitQuery : z.object({});
  const ownQuery = pick(query, Object.keys(own.shape));
  const rest = omit(query, [...Object.keys(own.shape), ...FORMAT_PARAMETERS]);
  const words = { t: c.var.page.t, known: kernel.i18n.has };
  const [params, routeQuery, value, kernelQuery] = validateParts(
    [
      { in: 'path', schema: route.params, value: c.req.param() },
      { in: 'query', schema: route.query, value: rest },
      { in: 'body', schema: route.body, value: body.value },
      { in: 'query', schema: own, value: ownQuery },
    ],
    words,
  );
  const { limit, after, wait } = kernelQuery as { limit?: number; after?: string; wait?: 'logged' };
  const ifMatch = readIfMatch(c.req.header('if-match'));
  if (ifMatch === null && (route.method === 'put' || route.method === 'patch'))
    throw new PreconditionRequired();
  const page = limit === undefined ? pageRequest({}) : { limit, after: after ?? null };
  const request: ApiRequest = { actor: c.var.actor, params, query: routeQuery, body: value, ifMatch, page };
  return { request, text: body.text, wait: wait === 'logged' };
}

/** One value per name as text, several as an array. */
function queryOf(c: Context): Record<string, string | string[]> {
  const all = Object.entries(c.req.queries());
  return Object.fromEntries(
    all.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function pick(from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

function omit(from: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}

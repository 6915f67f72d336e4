import type { z } from 'zod';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import type { IfMatch } from './api/if-match.ts';
import type { PageRequest } from './paging.ts';

/**
 * One route of the REST API. The kernel validates path, query and body with these schemas, answers problems (RFC 9457),
 * handles `Idempotency-Key`, `If-Match` and `?wait=logged`, and writes OpenAPI from the same description.
 */
export type ApiRoute = ApiRead | ApiWrite;

interface ApiDescription<Path, Query, Body, Result> {
  /** Below `/api/v1`, with `{name}` parameters: `/practices/{id}`. */
  path: string;
  summary: string;
  permission?: string;
  params?: z.ZodType<Path>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  result: z.ZodType<Result>;
}

export interface ApiRead<Path = unknown, Query = unknown, Result = unknown>
  extends ApiDescription<Path, Query, unknown, Result> {
  method: 'get';
  /** `list`: takes `limit` and `after` (in `request.page`, not in `query`), answers `{items, next}` and `Link`. */
  shape?: 'list' | 'item';
  handle(request: ApiRequest<Path, Query>): Promise<ApiAnswer<Result>>;
}

/**
 * A write runs one command. With `Idempotency-Key` its answer is kept in the command's own transaction, so that the act
 * happens once whatever moment the process dies.
 */
export interface ApiWrite<Path = unknown, Query = unknown, Body = unknown, Result = unknown, Made = unknown>
  extends ApiDescription<Path, Query, Body, Result> {
  method: 'post' | 'put' | 'patch' | 'delete';
  /** `act`: answers 201 with `{jti, status}` and honours `?wait=logged`. */
  shape?: 'act' | 'item';
  /** Runs the command with this `kernel` and no other; gives what the command's one transaction gave. */
  run(kernel: Kernel, request: ApiRequest<Path, Query, Body>): Promise<Made>;
  /** What is answered; pure, since it is made before the transaction commits. */
  answer(made: Made, request: ApiRequest<Path, Query, Body>): ApiAnswer<Result>;
}

export interface ApiRequest<Path = unknown, Query = unknown, Body = unknown> {
  actor: Actor;
  params: Path;
  query: Query;
  body: Body;
  /** Versions that `If-Match` names; null where absent (never for put and patch). Throw `StaleVersion` where none fits. */
  ifMatch: IfMatch | null;
  /** Paging of a list; the first page of twenty elsewhere. */
  page: PageRequest;
}

export interface ApiAnswer<Result> {
  result: Result;
  status?: 200 | 201;
  /** Version of the resource, unquoted: what `If-Match` must name. */
  etag?: string;
  /** Path of what was made. */
  location?: string;
}

/** Keeps the types of a route's schemas for its handler: `apiRead({ method: 'get', path: …, handle(request) { … } })`. */
export function apiRead<Path, Query, Result>(route: ApiRead<Path, Query, Result>): ApiRead {
  return route as unknown as ApiRead;
}

/** The same for a write: `apiWrite({ method: 'post', path: …, run(kernel, request) { … }, answer(made) { … } })`. */
export function apiWrite<Path, Query, Body, Result, Made>(
  route: ApiWrite<Path, Query, Body, Result, Made>,
): ApiWrite {
  return route as unknown as ApiWrite;
}

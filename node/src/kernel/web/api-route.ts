import type { z } from 'zod';
import type { Actor } from '../identity/actor.ts';
import type { PageRequest } from './paging.ts';

/**
 * One route of the REST API. The kernel validates path, query and body with these schemas, answers problems (RFC 9457),
 * handles `Idempotency-Key`, `If-Match` and `?wait=logged`, and writes OpenAPI from the same description.
 */
export interface ApiRoute<Path = unknown, Query = unknown, Body = unknown, Result = unknown> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{name}` parameters: `/practices/{id}`. */
  path: string;
  summary: string;
  permission?: string;
  params?: z.ZodType<Path>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  result: z.ZodType<Result>;
  /**
   * `act`: answers 201 with `{jti, status}` and honours `?wait=logged`. `list`: takes `limit` and `after` (in
   * `request.page`, not in `query`), answers `{items, next}` and `Link`.
   */
  shape?: 'act' | 'list' | 'item';
  handle(request: ApiRequest<Path, Query, Body>): Promise<ApiAnswer<Result>>;
}

export interface ApiRequest<Path = unknown, Query = unknown, Body = unknown> {
  actor: Actor;
  params: Path;
  query: Query;
  body: Body;
  /** Value of `If-Match`, unquoted; null where absent (never for put and patch). Throw `StaleVersion` where it differs. */
  ifMatch: string | null;
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

/** Keeps the types of a route's schemas for its handler: `apiRoute({ method: 'get', path: …, handle(request) { … } })`. */
export function apiRoute<Path, Query, Body, Result>(route: ApiRoute<Path, Query, Body, Result>): ApiRoute {
  return route as unknown as ApiRoute;
}

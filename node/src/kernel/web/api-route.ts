import type { z } from 'zod';
import type { Actor } from '../identity/actor.ts';

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
  /** `act`: answers 201 with `{jti, status}` and honours `?wait=logged`. `list`: answers `{items, next}` and `Link`. */
  shape?: 'act' | 'list' | 'item';
  handle(request: ApiRequest<Path, Query, Body>): Promise<ApiAnswer<Result>>;
}

export interface ApiRequest<Path, Query, Body> {
  actor: Actor;
  params: Path;
  query: Query;
  body: Body;
  /** Value of `If-Match`, unquoted; null where absent. */
  ifMatch: string | null;
}

export interface ApiAnswer<Result> {
  result: Result;
  status?: 200 | 201;
  etag?: string;
}

/**
 * The web side of a node: pages, forms, errors, REST API. Modules hand in routes and `ApiRoute`s; what every answer must
 * have (headers, limits, language, who asks, caching) is done here.
 *
 * For pages (`routes.tsx`)
 * - `c.var.page` (`PageContext`), `c.var.actor`, `c.var.session.signIn(token)` / `.signOut()`
 * - every form that posts has `<input type="hidden" name={CSRF_FIELD} value={page.csrf}>`
 * - `readForm(c, kernel, schema)` gives the value, or what was typed with the faults, to be rendered again with 422;
 *   names with dots nest (`title.en`), `many(schema)` is a field with several values
 * - `representation(c, segment, ['html', 'json'])` tells the format (`.json` or `Accept`) and the segment without suffix
 * - `pageRequest(c.req.query())`, `cursor(schema)`, `cutPage(rows, limit, cursor, keyOf)` for lists
 * - `safeReturn(next, '/')` before any redirect to an address that came from outside
 * - throw `NotFound`, `Gone` … or any `KoinonError`: pages and problems follow; a module's own code takes its sentence
 *   from `error.<code>` in its messages
 *
 * For the API (`api.ts`)
 * - `apiRead({ method, path, summary, permission, params, query, result, shape, handle })`
 * - `apiWrite({ …, body, run, answer })`: `run` calls one command with the kernel that it is given, `answer` is pure
 * - lists: `request.page`, answer `{ result: { items, next } }` with `result: pagedSchema(item)`; acts: `result: actSchema`
 * - updates: where `matches(request.ifMatch, latest)` is false throw `StaleVersion(ifMatch, latest)`; put the version into
 *   `etag`
 *
 * For the process (`main.ts`, `start.ts`)
 * - `await createApp(kernel, { errorPage, stylesheet: readStylesheet(), machine: [logRoutes, witnessRoutes, …] })`
 */

export { sweepIdempotency } from './api/idempotency.ts';
export { type IfMatch, matches } from './api/if-match.ts';
export { API_PREFIX, apiRoutesOf } from './api/mount.ts';
export { actSchema, pagedSchema } from './api/schemas.ts';
export {
  IdempotencyKeyBusy,
  IdempotencyKeyReused,
  InvalidRequest,
  PreconditionRequired,
  StaleVersion,
} from './api-error.ts';
export {
  type ApiAnswer,
  type ApiRead,
  type ApiRequest,
  type ApiRoute,
  type ApiWrite,
  apiRead,
  apiWrite,
} from './api-route.ts';
export { createApp, type WebOptions } from './app.ts';
export type { AppEnv } from './app-env.ts';
export { CSRF_FIELD } from './csrf.ts';
export * from './error.ts';
export type { ErrorPage, ErrorPageInput } from './error-page.ts';
export { markId, selfFace } from './face.ts';
export { type FieldErrors, type FormResult, many, readForm, type TypedValues } from './form.ts';
export * from './page.ts';
export {
  type Cursor,
  cursor,
  cutPage,
  DEFAULT_LIMIT,
  type Paged,
  type PageRequest,
  pageRequest,
} from './paging.ts';
export { accepted, type Format, MEDIA_TYPES, prefersHtml, representation } from './representation.ts';
export { safeReturn } from './safe-return.ts';
export type { TypedForm } from './typed-fields.ts';

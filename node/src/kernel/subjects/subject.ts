import { pathHere } from '../log/headline.ts';

/** A kind of thing that a module publishes under addresses of its own, and the table of its latest versions. */
export interface Subject<Body = unknown> {
  readonly name: string;
  readonly table: string;
  /** The path before the id, with its last slash. */
  readonly path: string;
  /** Only for the compiler: what its records say. */
  readonly body?: Body;
}

export type BodyOf<Of> = Of extends Subject<infer Body> ? Body : never;

/** @example const PLAN = subject<Plan>('plan', 'commitments_plan', '/commitments/plans/') */
export function subject<Body>(name: string, table: string, path: string): Subject<Body> {
  return { name, table, path };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** Path below the origin; what a `RecordDraft` takes as `sub`. */
export function pathOf({ path }: Subject, id: string): string {
  return path + id;
}

/** The id in the address of a subject (an absolute URL, or the path), or null where it is no such thing. */
export function idOf(subject: Subject, sub: string): string | null {
  const path = sub.startsWith('/') ? sub : (URL.parse(sub)?.pathname ?? '');
  const id = path.startsWith(subject.path) ? path.slice(subject.path.length) : '';
  return isId(id) ? id : null;
}

/** Where a subject is shown at this node: a partner's below `/<module>/~<host>`. */
export function placeOf(sub: string, own: boolean): string {
  return pathHere(new URL(sub).pathname, sub, own);
}

import { type Change, changesBetween } from './difference.ts';
import type { Version } from './history.ts';

/** What is read from all versions of a subject, newest first, as `historyOf` gives them. */

interface Compared<Body> {
  fields: readonly string[];
  /** How a body is compared, where not field by field as it was signed. */
  compared?(body: Partial<Body>): Readonly<Record<string, unknown>>;
}

/**
 * What others changed since somebody saw the version `prev`. Both are taken as they were signed: the database keeps the
 * fields of a body in an order of its own.
 */
export function changesSince<Body extends object>(
  versions: ReadonlyArray<Version<Body>>,
  prev: string,
  { fields, compared = (body) => ({ ...body }) }: Compared<Body>,
): Change[] {
  const seen = versions.find(({ jti }) => jti === prev);
  return changesBetween(compared(seen?.body ?? {}), compared(versions[0]?.body ?? {}), fields);
}

/** What was published after the version `prev`; where that is empty, the first version. */
export function versionAfter<Body>(
  versions: ReadonlyArray<Version<Body>>,
  prev: string,
): Version<Body> | undefined {
  if (prev === '') return versions.at(-1);
  return versions[versions.findIndex(({ jti }) => jti === prev) - 1];
}

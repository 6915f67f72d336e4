/** A value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Deepest nesting that is read; metadata needs about six. */
export const MAX_DEPTH = 32;

function children(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}

/**
 * Whether a parsed JSON value is nested deeper than `MAX_DEPTH`, so that what walks it afterwards may recurse. Itself it does
 * not.
 *
 * @example isTooDeep(JSON.parse('['.repeat(33) + ']'.repeat(33))) // true
 */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap(children);
  }
  return false;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether two JSON values are the same: objects whatever the order of their members, arrays in order.
 *
 * @example jsonEqual({ a: 1, b: [2] }, { b: [2], a: 1 }) // true
 */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => jsonEqual(item, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && jsonEqual(a[name], b[name]))
  );
}

/** Whether a list holds a value, by JSON equality. */
export function includes(list: readonly unknown[], value: unknown): boolean {
  return list.some((item) => jsonEqual(item, value));
}

/** Whether every item of `part` is in `whole`. */
export function isSubset(part: readonly unknown[], whole: readonly unknown[]): boolean {
  return part.every((item) => includes(whole, item));
}

/** Each value once, in order of first appearance. */
export function distinct(list: readonly unknown[]): unknown[] {
  const seen: unknown[] = [];
  for (const item of list) if (!includes(seen, item)) seen.push(item);
  return seen;
}

/** The values that are in both lists. */
export function intersection(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  return distinct(a).filter((item) => includes(b, item));
}

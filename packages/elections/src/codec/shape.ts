import { Rejection } from '../error.ts';
import type { Json } from './json.ts';

const DECIMAL = /^(0|[1-9][0-9]*)$/;
/** 2048-bit numbers have 617 digits; anything longer is hostile. */
const MOST_DIGITS = 640;

function wrong(what: string): never {
  throw new Rejection('json.type', `A message should hold ${what} in a place where it does not.`);
}

export function asString(value: Json | undefined): string {
  return typeof value === 'string' ? value : wrong('a text');
}

export function asInteger(value: Json | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : wrong('a whole number');
}

/** A number in base 10 carried as a string: group elements and scalars. */
export function asNumber(value: Json | undefined): bigint {
  if (typeof value !== 'string' || value.length > MOST_DIGITS || !DECIMAL.test(value))
    wrong('a number in base 10');
  return BigInt(value);
}

export function asArray(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : wrong('a list');
}

export type JsonObject = { [key: string]: Json };

/** JSON may hold null, which is no object here. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An object with exactly these keys in exactly this order; a key that ends in `?` may be absent. The order is part of the
 * format, since hashes cover the written bytes.
 */
export function asObject(value: Json | undefined, keys: readonly string[]): JsonObject {
  if (!isObject(value)) wrong('an object');
  const present = Object.keys(value);
  let at = 0;
  for (const key of keys) {
    const optional = key.endsWith('?');
    const name = optional ? key.slice(0, -1) : key;
    if (present[at] === name) at++;
    else if (!optional) wrong(`the field "${name}"`);
  }
  if (at !== present.length) wrong('no other fields than the protocol has');
  return value;
}

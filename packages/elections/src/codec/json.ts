import { Rejection } from '../error.ts';

/** A JSON value as protocol messages use it: integers only, no null. */
export type Json = string | number | boolean | Json[] | { [key: string]: Json };

/**
 * Compact JSON as belenios-tool writes it: no spaces, keys in insertion order, UTF-8 raw, and escapes only for the quote,
 * the backslash and control characters (`\b \f \n \r \t`, else `\u00XX`).
 *
 * @example writeJson({ b: 1, a: ['x'] }) // '{"b":1,"a":["x"]}'
 */
export function writeJson(value: Json): string {
  // JSON.stringify agrees with the tool but for lone surrogates, which no UTF-8 text holds, and for \u00xx in lower case.
  return JSON.stringify(value).replace(
    /\\u00([0-9a-f]{2})/g,
    (_, hex: string) => `\\u00${hex.toUpperCase()}`,
  );
}

/**
 * Parses a protocol message and requires that it is written canonically: the same bytes come out when it is written again.
 * @throws Rejection `json.malformed`, `json.not-canonical`
 */
export function readJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new Rejection('json.malformed', 'A message of the archive is not readable as JSON.');
  }
  if (!isCanonical(value, text)) {
    throw new Rejection(
      'json.not-canonical',
      'A message is written in another way than the protocol prescribes.',
    );
  }
  return value;
}

function isCanonical(value: Json, text: string): boolean {
  try {
    return writeJson(value) === text;
  } catch {
    // What is nested so deeply that it cannot be written is no message.
    return false;
  }
}

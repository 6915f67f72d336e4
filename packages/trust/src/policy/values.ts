/** `scope` is a list in one string (RFC 6749 section 3.3); policies treat it as an array. */
const SCOPE = 'scope';

/** A parameter's value as operators see it; undefined where it is absent. */
export function opened(parameter: string, value: unknown): unknown {
  return parameter === SCOPE && typeof value === 'string' ? value.split(' ').filter(Boolean) : value;
}

/** The value as metadata holds it. */
export function closed(parameter: string, value: unknown): unknown {
  return parameter === SCOPE && Array.isArray(value) ? value.join(' ') : value;
}

/** A value as a list: itself, or the one thing it is. */
export function listOf(parameter: string, value: unknown): unknown[] {
  const read = opened(parameter, value);
  return Array.isArray(read) ? read : [read];
}

/**
 * Where to go after a form: only a path of this node, never another origin.
 * @example safeReturn(c.req.query('next'), '/')
 */
export function safeReturn(asked: string | undefined, fallback: string): string {
  if (asked === undefined || !asked.startsWith('/')) return fallback;
  const base = 'http://koinon.invalid';
  const url = URL.canParse(asked, base) ? new URL(asked, base) : null;
  // `//host` and `/\host` resolve to another origin; control characters would be dropped on the way.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (url === null || url.origin !== base || /[\u0000-\u001f\\]/.test(asked)) return fallback;
  return url.pathname + url.search + url.hash;
}

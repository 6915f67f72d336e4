import type { Context } from 'hono';

/** The forms in which one thing may be had, by the suffix that names each. */
export const MEDIA_TYPES = {
  html: 'text/html',
  json: 'application/json',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle',
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  csv: 'text/csv',
  txt: 'text/plain',
  ics: 'text/calendar',
} as const;
export type Format = keyof typeof MEDIA_TYPES;

/**
 * The format of an answer: a suffix of the last path segment decides (`.json`), else `Accept`, else the first of
 * `formats`. `name` is that segment (or the value of a parameter) without the suffix. An `Accept` that fits nothing gets
 * the first as well (RFC 9110, 12.5.1, leaves that open): a page is of more use than an empty 406.
 *
 * @example
 * app.get('/practices/:id', (c) => {
 *   const { name, format } = representation(c, c.req.param('id'), ['html', 'json']);
 * });
 */
export function representation<F extends Format>(
  c: Context,
  segment: string,
  formats: readonly [F, ...F[]],
): { name: string; format: F } {
  const dot = segment.lastIndexOf('.');
  const suffix = dot < 0 ? undefined : formats.find((format) => format === segment.slice(dot + 1));
  if (suffix !== undefined) return { name: segment.slice(0, dot), format: suffix };
  return { name: segment, format: accepted(c.req.header('accept'), formats) ?? formats[0] };
}

/** The format that `Accept` likes best; among equals the first of `formats`; undefined where it names none. */
export function accepted<F extends Format>(header: string | undefined, formats: readonly F[]): F | undefined {
  if (header === undefined) return undefined;
  let best: { format: F; quality: number } | undefined;
  const ranges = header.slice(0, 2000).split(',').map(parseRange);
  for (const format of formats) {
    const type = MEDIA_TYPES[format];
    // The most specific range that fits a type decides its quality (RFC 9110, 12.5.1).
    const fits = ranges
      .filter(({ range }) => range === type || range === '*/*' || range === `${type.split('/')[0]}/*`)
      .sort((a, b) => specificity(b.range) - specificity(a.range))[0];
    if (fits !== undefined && fits.quality > (best?.quality ?? 0)) best = { format, quality: fits.quality };
  }
  return best?.format;
}

function parseRange(part: string): { range: string; quality: number } {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = given === undefined ? 1 : Number(given);
  return { range, quality: Number.isFinite(quality) ? quality : 0 };
}

const specificity = (range: string) => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2);

/** Whether the client is a person's browser rather than a program: errors are then pages. */
export function prefersHtml(c: Context): boolean {
  const path = c.req.path;
  if (path.startsWith('/api/') || /\.(json|jsonld|ttl|atom|rss|csv|xml|txt|ics)$/.test(path)) return false;
  return accepted(c.req.header('accept'), ['html', 'json']) === 'html';
}

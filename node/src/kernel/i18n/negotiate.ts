import { isLocale, type Locale } from './locale.ts';

/** `?lang=` first, then the cookie, then `Accept-Language` by quality (RFC 9110, 12.5.4), else `fallback`. */
export function negotiateLocale(
  query: string | undefined,
  cookie: string | undefined,
  header: string | undefined,
  fallback: Locale,
): Locale {
  return localeOf(query) ?? localeOf(cookie) ?? fromHeader(header) ?? fallback;
}

/** The interface language of a tag such as `fr-CA`; undefined where we do not have it. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const primary = tag?.trim().toLowerCase().split('-', 1)[0] ?? '';
  // `iw` is what old systems still call Hebrew.
  const name = primary === 'iw' ? 'he' : primary;
  return isLocale(name) ? name : undefined;
}

function fromHeader(header: string | undefined): Locale | undefined {
  if (header === undefined) return undefined;
  let best: { locale: Locale; quality: number } | undefined;
  for (const part of header.slice(0, 1000).split(',')) {
    const [tag, ...parameters] = part.split(';');
    const locale = localeOf(tag);
    if (locale === undefined) continue;
    const given = parameters
      .map((one) => /^\s*q=([0-9.]+)\s*$/i.exec(one)?.[1])
      .find((one) => one !== undefined);
    const quality = given === undefined ? 1 : Number(given);
    if (quality > 0 && quality > (best?.quality ?? 0)) best = { locale, quality };
  }
  return best?.locale;
}

import type { Formats, Locale, Translate } from './locale.ts';

/** Compiled messages of the interface, the kernel and every module. */
export interface I18n {
  translator(locale: Locale): Translate;
  formats(locale: Locale): Formats;
  /** From `?lang=`, the cookie, then `Accept-Language`. */
  negotiate(query: string | undefined, cookie: string | undefined, header: string | undefined): Locale;
  /** Whether a key is known, for sentences that depend on a code (`error.<code>`). */
  has(key: string): boolean;
  /** All keys that begin with `prefix`. */
  keys(prefix: string): string[];
}

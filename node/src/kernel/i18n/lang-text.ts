import { z } from 'zod';
import type { LangText } from './locale.ts';

/**
 * Schema of text for people in several languages: a map of BCP 47 tags (RFC 5646, canonical case) to plain text, with
 * `source` naming the language of the original, which must be among them. `max` bounds each text in UTF-16 units.
 *
 * @example langText(200).parse({ source: 'et', et: 'Sünd', en: 'Birth' })
 */
export function langText(max: number) {
  return z
    .object({ source: z.string().max(35) })
    .catchall(z.string().min(1).max(max))
    .superRefine((text, ctx) => {
      for (const [lang, value] of Object.entries(text)) {
        if (lang === 'source') continue;
        if (!isLanguageTag(lang)) ctx.addIssue({ code: 'custom', path: [lang], message: 'not a BCP 47 tag' });
        if (value.trim() === '') ctx.addIssue({ code: 'custom', path: [lang], message: 'empty text' });
        if (hasControls(value)) ctx.addIssue({ code: 'custom', path: [lang], message: 'control character' });
      }
      if (text.source === 'source' || !Object.hasOwn(text, text.source)) {
        ctx.addIssue({
          code: 'custom',
          path: ['source'],
          message: 'names a language that is not in the map',
        });
      }
    }) as unknown as z.ZodType<LangText, LangText>;
}

/** Whether `tag` is a well-formed language tag in canonical case, such as `pt-BR`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** The languages of a text, the original first. */
export function languagesOf(text: LangText): string[] {
  const others = Object.keys(text).filter((lang) => lang !== 'source' && lang !== text.source);
  return [text.source, ...others.sort()];
}

// C0 and C1 controls but tab and line feed, and the bidirectional overrides that can make text read as what it is not.
function hasControls(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u.test(value);
}

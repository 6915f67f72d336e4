import { type Compiled, compileMessage } from './compile.ts';
import { makeFormats } from './formats.ts';
import type { I18n } from './i18n.ts';
import { type Formats, LOCALES, type Locale, type Translate } from './locale.ts';
import type { MessageSource } from './messages.ts';
import { negotiateLocale } from './negotiate.ts';

export interface I18nOptions {
  /** IANA zone in which times are shown; the machine's own by default. */
  timeZone?: string;
  /** Language of readers who ask for none that we have. */
  fallback?: Locale;
  /** Throw on an unknown key or a missing argument (tests); otherwise show English, else the key, and call `onProblem`. */
  strict?: boolean;
  onProblem?: (problem: { locale: Locale; key: string; error: string }) => void;
}

/** Reads all messages; each is compiled when it is first used. */
export async function loadI18n(sources: readonly MessageSource[], options: I18nOptions = {}): Promise<I18n> {
  const {
    timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
    fallback = 'en',
    strict = false,
  } = options;
  const catalogues = new Map<Locale, Map<string, string>>();
  for (const locale of LOCALES) {
    const loaded = await Promise.all(sources.map((source) => source.load(locale)));
    const catalogue = new Map<string, string>();
    sources.forEach((source, at) => {
      for (const [key, message] of Object.entries(loaded[at] ?? {}))
        catalogue.set(source.prefix + key, message);
    });
    catalogues.set(locale, catalogue);
  }
  const translators = new Map<Locale, Translate>();
  const formats = new Map<Locale, Formats>();

  function makeTranslator(locale: Locale): Translate {
    const compiled = new Map<string, Compiled>();
    const fail = (key: string, error: string) => {
      if (strict) throw new Error(`Message ${key} (${locale}): ${error}`);
      options.onProblem?.({ locale, key, error });
    };
    const compile = (key: string): Compiled => {
      const message = catalogues.get(locale)?.get(key);
      if (message !== undefined) return compileMessage(message, locale);
      fail(key, 'unknown key');
      const english = catalogues.get('en')?.get(key);
      return english === undefined ? () => key : compileMessage(english, 'en');
    };
    return (key, args) => {
      try {
        let format = compiled.get(key);
        if (format === undefined) {
          format = compile(key);
          compiled.set(key, format);
        }
        return format(args);
      } catch (error) {
        if (strict) throw error;
        fail(key, (error as Error).message);
        return key;
      }
    };
  }
  return {
    translator: (locale) => once(translators, locale, makeTranslator),
    formats: (locale) => once(formats, locale, (one) => makeFormats(one, timeZone)),
    negotiate: (query, cookie, header) => negotiateLocale(query, cookie, header, fallback),
    keys: (prefix) => [...(catalogues.get('en')?.keys() ?? [])].filter((key) => key.startsWith(prefix)),
    has: (key) => catalogues.get('en')?.has(key) ?? false,
  };
}

function once<T>(made: Map<Locale, T>, locale: Locale, make: (locale: Locale) => T): T {
  let value = made.get(locale);
  if (value === undefined) {
    value = make(locale);
    made.set(locale, value);
  }
  return value;
}

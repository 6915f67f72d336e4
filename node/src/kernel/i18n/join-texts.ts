import type { LangText } from './locale.ts';

/** One text of several, language by language; a language that one of them lacks is simply shorter there. */
export function joinTexts(first: LangText, others: ReadonlyArray<LangText | undefined>): LangText {
  const joined: Record<string, string> = {};
  for (const text of [first, ...others]) {
    for (const [lang, value] of Object.entries(text ?? {})) {
      if (lang !== 'source') joined[lang] = lang in joined ? `${joined[lang]}\n\n${value}` : value;
    }
  }
  return { ...joined, source: first.source };
}

import { evenFinals, withoutAttached } from './hebrew.ts';

/** Scripts without spaces between words, or, as Korean, with particles grown onto them. */
const RUN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const WHOLE_RUN = new RegExp(`^(?:${RUN.source})$`, 'u');
/** Vowel points and accents are written for learners and left out by everybody else. */
const POINTS = /[\u0591-\u05c7]/g;
const HEBREW_WORD = /[א-ת]{4,}/g;

/** Composed (NFKC) and in lower case: PostgreSQL's own folding depends on the locale of the database. */
export function normal(text: string): string {
  return evenFinals(text.replaceAll('\0', '').normalize('NFKC').toLowerCase().replace(POINTS, ''));
}

/**
 * Text as the index holds it: Korean, Chinese and Japanese in two-character pieces, Hebrew words also without the short
 * words attached to their front.
 */
export function segment(text: string): string {
  return normal(text)
    .replace(RUN, (run) => ` ${pieces(run).join(' ')} `)
    .replace(HEBREW_WORD, (word) => withoutAttached(word).join(' '));
}

/** Without accents and other marks on letters, for what is typed without them. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
}

/** `참여예산` → 참여, 여예, 예산, 산: the last single one lets a one-syllable word at the end be found. */
export function pieces(run: string): string[] {
  const signs = Array.from(run);
  const pairs = signs.slice(1).map((sign, i) => (signs[i] ?? '') + sign);
  return [...pairs, signs.at(-1) ?? ''];
}

export function isRun(word: string): boolean {
  return WHOLE_RUN.test(word);
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
// Letters of the right-to-left scripts (Unicode Bidi_Class R and AL, by block).
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * Keeps a value from mixing with the sentence around it (UAX 9): isolated wherever the sentence or the value runs right
 * to left. Left alone otherwise, so that plain text stays free of invisible characters.
 */
export function isolate(value: string, direction: 'ltr' | 'rtl'): string {
  if (value === '') return value;
  if (direction === 'ltr' && !RIGHT_TO_LEFT.test(value)) return value;
  return FIRST_STRONG_ISOLATE + value + POP_ISOLATE;
}

import { fold } from './fold.ts';
import { withoutAttached, withoutEnding } from './hebrew.ts';
import { isRun, normal, pieces, withoutAccents } from './segment.ts';

/** What a person typed into a search field. */
export interface SearchQuery {
  /** For languages with stems, in the syntax of `websearch_to_tsquery`: quotes and `or` work. */
  web: string;
  /** The same without accents, where there are any. */
  bareWeb: string | null;
  /** Words that must not be there, in the same syntax, any of them; null where none was named. */
  without: string | null;
  /** For the others, in the syntax of `to_tsquery`: every word as the beginning of a word. */
  prefixes: string;
  /** The words folded, to be compared by three-letter pieces; empty where one is too short for that. */
  similar: readonly string[];
  /** The words, to be marked in what is found. */
  words: readonly string[];
}

const MAX_LENGTH = 200;
const MAX_WORDS = 12;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const EXCLUDED = /(?:^|\s)-\s*([\p{L}\p{N}\p{M}]+)/gu;
/** Shorter words are alike by chance. */
const SIMILAR_FROM = 4;

/** Reads a query; null where it holds no word. Any text is a query: nothing in it is an error. */
export function parseSearch(typed: string): SearchQuery | null {
  const text = normal(typed.slice(0, MAX_LENGTH)).replace(/[^\p{L}\p{N}\p{M}"\-\s]/gu, ' ');
  const excluded = new Set([...text.matchAll(EXCLUDED)].map((match) => match[1] ?? ''));
  const words = splitRuns(text.match(WORD) ?? [])
    .filter((word) => !excluded.has(word))
    .slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const unwanted = [...excluded].slice(0, MAX_WORDS);
  const without = unwanted.map((word) => `!(${prefixTerm(word)})`);
  const web = text.replace(EXCLUDED, ' ').replace(WORD, webTerm);
  const alphabetic = words.filter((word) => !isRun(word));
  return {
    web,
    bareWeb: withoutAccents(web) === web ? null : withoutAccents(web),
    without: unwanted.length === 0 ? null : unwanted.map(webTerm).join(' or '),
    prefixes: [...words.map(prefixTerm), ...without].join(' & '),
    similar: alphabetic.every((word) => word.length >= SIMILAR_FROM) ? alphabetic.map(fold) : [],
    words,
  };
}

/** A word that changes script (`ICT정책`) is several: they are apart in the index too. */
function splitRuns(words: readonly string[]): string[] {
  const parts =
    /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[^\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
  return words.flatMap((word) => word.match(parts) ?? []);
}

/** A run of Hangul or Han is found by its pairs in sequence; a single sign as the beginning of a pair. */
function prefixTerm(word: string): string {
  if (isRun(word) && Array.from(word).length > 1) return `(${pairs(word).map(lexeme).join(' <-> ')})`;
  const forms = withoutAttached(word).map((form) => `${lexeme(withoutEnding(form))}:*`);
  return forms.length === 1 ? (forms[0] ?? '') : `(${forms.join(' | ')})`;
}

function webTerm(word: string): string {
  return isRun(word) ? `"${pairs(word).join(' ')}"` : word;
}

function pairs(run: string): string[] {
  const all = pieces(run);
  return all.length === 1 ? all : all.slice(0, -1);
}

/** Only letters, marks and digits come here; the quotes keep them one lexeme all the same. */
function lexeme(word: string): string {
  return `'${word}'`;
}

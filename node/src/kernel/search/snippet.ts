import { fold } from './fold.ts';
import { isRun, normal } from './segment.ts';

/** A stretch of text, marked where it is what was searched for. Plain text: whoever draws it escapes it. */
export interface SnippetPart {
  text: string;
  hit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const RUN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/** The part of `text` around the first hit, at most about `length` characters, cut between words. */
export function snippet(text: string, words: readonly string[], length = 220): SnippetPart[] {
  const hits = findHits(text, words);
  const first = hits[0]?.[0] ?? 0;
  const [start, end] = windowAround(text, first, length);
  const parts: SnippetPart[] = [];
  const add = (part: string, hit: boolean) => {
    if (part !== '') parts.push({ text: part, hit });
  };
  let at = start;
  for (const [from, to] of hits) {
    if (from < at || to > end) continue;
    add(text.slice(at, from), false);
    add(text.slice(from, to), true);
    at = to;
  }
  add(text.slice(at, end), false);
  if (start > 0) parts.unshift({ text: '… ', hit: false });
  if (end < text.length) parts.push({ text: ' …', hit: false });
  return parts;
}

function findHits(text: string, words: readonly string[]): Array<[from: number, to: number]> {
  const runs = words.filter(isRun);
  const stems = words.filter((word) => !isRun(word)).map((word) => stemOf(fold(word)));
  const hits: Array<[number, number]> = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    // Attached Hebrew words may stand before the stem, hence two letters of grace.
    if (stems.some((stem) => [0, 1, 2].includes(folded.indexOf(stem)))) {
      hits.push([match.index, match.index + match[0].length]);
    }
  }
  for (const match of text.matchAll(RUN)) {
    const run = normal(match[0]);
    if (run.length !== match[0].length) continue;
    for (const word of runs) {
      for (let at = run.indexOf(word); at >= 0; at = run.indexOf(word, at + word.length)) {
        hits.push([match.index + at, match.index + at + word.length]);
      }
    }
  }
  return hits.sort((a, b) => a[0] - b[0]);
}

/** What inflected forms of a word have in common, roughly: good enough for a mark. */
function stemOf(word: string): string {
  if (word.length <= 4) return word;
  return word.slice(0, Math.max(4, word.length - 3));
}

function windowAround(text: string, at: number, length: number): [start: number, end: number] {
  if (text.length <= length) return [0, text.length];
  let start = Math.max(0, at - Math.floor(length / 3));
  let end = Math.min(text.length, start + length);
  if (start > 0) start = text.indexOf(' ', start) + 1 || start;
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), at + 1);
  if (start > at) start = at;
  return [start, end];
}

// Reads docs/glossary.md, and finds translations that call a thing by another word than the one agreed there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../../node/src/kernel/i18n/locale.ts';
import { shapeOf } from './message-shape.ts';
import { OTHER_SENSE } from './other-sense.ts';

export interface Term {
  term: string;
  /** Finds the term in an English text. */
  english: RegExp;
  /** What a translation must contain one of, lower case. */
  forms: ReadonlyMap<Locale, readonly string[]>;
}

/** Names of options, programs and formats, and "log in": no terms, though they contain some. */
const NO_TERM = /idempotency-key|node\.js|tlog-\w+|koinon [a-z]+ [a-z]+|\blog(ged)?( you)? (in|out)\b/g;
const HARAKAT = /[\u064b-\u0652]/g;

/** The terms of the first table, longest first, so that "fact-check" is not taken for "check". */
export async function readGlossary(root: string): Promise<Term[]> {
  const [, table = ''] = (await readFile(join(root, 'docs/glossary.md'), 'utf8')).split(/^## .*$/m);
  const [header = [], , ...rows] = table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const terms = rows.map((row): Term => {
    const [term = '', ...others] = formsOf(row[0] ?? '');
    const forms = LOCALES.filter((locale) => locale !== 'en').map((locale): [Locale, string[]] => [
      locale,
      formsOf(row[header.indexOf(locale)] ?? ''),
    ]);
    return {
      term,
      english: new RegExp(`\\b(?:${[term, ...others].join('|')})s?\\b`, 'g'),
      forms: new Map(forms),
    };
  });
  return terms.sort((a, b) => b.term.length - a.term.length);
}

/** Terms that the English message `key` names and its translation does not. */
export function glossaryFaults(
  terms: readonly Term[],
  key: string,
  english: string,
  message: string,
  locale: Locale,
): string[] {
  let source = shown(english).replace(NO_TERM, ' ');
  const translation = shown(message);
  const faults: string[] = [];
  for (const { term, english: pattern, forms } of terms) {
    const rest = source.replace(pattern, ' ');
    if (rest === source) continue;
    source = rest;
    const wanted = forms.get(locale) ?? [];
    if (OTHER_SENSE.get(key) === term || wanted.some((form) => translation.includes(form))) continue;
    faults.push(`“${term}” is “${wanted[0]}” by docs/glossary.md`);
  }
  return faults;
}

/** `word (other, forms)`, as a cell of the table holds them. */
function formsOf(cell: string): string[] {
  const [, word = '', others] = /^([^(]*?)(?: \((.*)\))?$/.exec(cell) ?? [];
  return [word, ...(others?.split(', ') ?? [])].map((form) => form.toLowerCase().replace(HARAKAT, ''));
}

function shown(message: string): string {
  try {
    return shapeOf(message).texts.join('\n').toLowerCase().replace(HARAKAT, '');
  } catch {
    return '';
  }
}

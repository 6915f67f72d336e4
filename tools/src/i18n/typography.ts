import type { Locale } from '../../../node/src/kernel/i18n/locale.ts';
import { shapeOf } from './message-shape.ts';

/** The quotation marks that each language uses; the apostrophe ’ is everybody's. */
const QUOTES: Record<Locale, string> = {
  en: '“”‘',
  fr: '«»“”',
  es: '«»“”',
  et: '„“',
  fi: '”',
  da: '“”',
  ko: '“”‘',
  he: '”',
  ar: '«»',
};

type Rule = readonly [fault: RegExp, what: string];

const EVERYWHERE: readonly Rule[] = [
  [/ {2}/, 'two spaces'],
  [/["']/, 'a straight quotation mark or apostrophe'],
  [/\.\.\./, 'three dots instead of …'],
];

const RULES: Partial<Record<Locale, readonly Rule[]>> = {
  fr: [
    [/ [:;?!»]|« /, 'a space that lets a line end before : ; ? ! or inside « »'],
    [/[\p{L}\p{N}][;?!»]|«[\p{L}\p{N}]/u, 'no space before ; ? ! or inside « »'],
  ],
  es: [
    [/\d %/, 'a space that lets a line end before %'],
    [/^[^¿]*\?/, '? without ¿'],
    [/^[^¡]*!/, '! without ¡'],
  ],
  ar: [[/[?;]|\p{Script=Arabic} ?,/u, 'a Latin comma, semicolon or question mark']],
};

/** What is wrong with the spaces, quotation marks and signs of a message, by the habits of its language. */
export function typographyFaults(message: string, locale: Locale): string[] {
  const faults: string[] = message.trim() === message ? [] : ['a space at an end'];
  for (const text of shownTexts(message)) {
    for (const [fault, what] of [...EVERYWHERE, ...(RULES[locale] ?? [])]) {
      if (fault.test(text)) faults.push(what);
    }
    for (const mark of text.match(/[“”„‟‘‚«»‹›]/g) ?? []) {
      if (!QUOTES[locale].includes(mark)) faults.push(`the quotation mark ${mark} of another language`);
    }
  }
  return [...new Set(faults)];
}

function shownTexts(message: string): readonly string[] {
  try {
    return shapeOf(message).texts;
  } catch {
    return [];
  }
}

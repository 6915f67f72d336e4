import { type MessageShape, shapeOf } from './message-shape.ts';
import { SAME_AS_ENGLISH } from './same-as-english.ts';

interface Problem {
  key: string;
  what: string;
}

/** What is wrong with one language of a folder, measured by its English messages. */
export function compareMessages(
  prefix: string,
  english: Readonly<Record<string, string>>,
  messages: Readonly<Record<string, string>>,
  locale: string,
): Problem[] {
  const problems: Problem[] = [];
  for (const key of Object.keys(messages)) {
    if (!(key in english)) problems.push({ key, what: 'no such key in English' });
  }
  for (const [key, source] of Object.entries(english)) {
    const message = messages[key];
    if (message === undefined) {
      problems.push({ key, what: 'missing' });
      continue;
    }
    const faults = messageFaults(source, message, locale);
    if (locale !== 'en' && untranslated(source, message) && !SAME_AS_ENGLISH.has(prefix + key)) {
      faults.push('the same as English');
    }
    problems.push(...faults.map((what) => ({ key, what })));
  }
  return problems;
}

function messageFaults(source: string, message: string, locale: string): string[] {
  const wanted = tryShape(source);
  const found = tryShape(message);
  if (typeof found === 'string') return [`not an ICU message: ${found}`];
  const faults = pluralFaults(found, locale);
  if (typeof wanted === 'string') return faults;
  for (const name of wanted.arguments)
    if (!found.arguments.has(name)) faults.push(`argument {${name}} is missing`);
  for (const name of found.arguments)
    if (!wanted.arguments.has(name)) faults.push(`unknown argument {${name}}`);
  for (const { argument, options } of wanted.selects) {
    const theirs = found.selects.filter((select) => select.argument === argument);
    const missing = options.filter((option) => !theirs.some((select) => select.options.includes(option)));
    if (missing.length > 0) faults.push(`choice ${missing.join(', ')} of {${argument}} is missing`);
  }
  for (const { argument } of wanted.plurals) {
    const counted = found.plurals.some((plural) => plural.argument === argument);
    if (!counted && categoriesOf(locale, false).length > 1) faults.push(`{${argument}} has no plural forms`);
  }
  return faults;
}

function pluralFaults({ plurals }: MessageShape, locale: string): string[] {
  return plurals.flatMap(({ argument, ordinal, categories }) => {
    const wanted = categoriesOf(locale, ordinal);
    const missing = wanted.filter((category) => !categories.includes(category));
    const extra = categories.filter((category) => !wanted.includes(category));
    return [
      ...(missing.length > 0 ? [`plural form ${missing.join(', ')} of {${argument}} is missing`] : []),
      ...(extra.length > 0 ? [`${locale} has no plural form ${extra.join(', ')}`] : []),
    ];
  });
}

function categoriesOf(locale: string, ordinal: boolean): string[] {
  const rules = new Intl.PluralRules(locale, { type: ordinal ? 'ordinal' : 'cardinal' });
  return rules.resolvedOptions().pluralCategories;
}

function tryShape(message: string): MessageShape | string {
  try {
    return shapeOf(message);
  } catch (error) {
    return (error as Error).message;
  }
}

/** More than two words that are letter for letter the English ones were most likely forgotten. */
function untranslated(source: string, message: string): boolean {
  if (message !== source) return false;
  const shape = tryShape(source);
  return typeof shape !== 'string' && shape.words.length > 2;
}

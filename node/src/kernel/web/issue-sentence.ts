import type { z } from 'zod';
import type { Translate } from '../i18n/locale.ts';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with a value and how to put it right, in the reader's language. A schema may name its own message:
 * `z.string().min(1, 'practices.form.title-missing')` gives that key's sentence where `known` has it.
 */
export function issueSentence(t: Translate, known: (key: string) => boolean, issue: Issue): string {
  if (known(issue.message)) return t(issue.message);
  const [key, args] = keyOf(issue);
  return t(`invalid.${key}`, args);
}

function keyOf(issue: Issue): [string, Record<string, unknown>?] {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return ['required'];
      return issue.expected === 'number' || issue.expected === 'int' ? ['number'] : ['type'];
    case 'too_big':
      return [sized(issue.origin, 'too-long', 'too-many', 'too-big'), { max: Number(issue.maximum) }];
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return ['required'];
      return [sized(issue.origin, 'too-short', 'too-few', 'too-small'), { min: Number(issue.minimum) }];
    case 'invalid_format':
      return [FORMATS[issue.format] ?? 'format'];
    case 'invalid_value':
    case 'invalid_union':
      return ['choice'];
    case 'unrecognized_keys':
      return ['unknown-field', { names: issue.keys.join(', ') }];
    default:
      return ['format'];
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'email',
  url: 'url',
  date: 'date',
  datetime: 'date',
};

function sized(origin: string, text: string, list: string, amount: string): string {
  if (origin === 'string') return text;
  return origin === 'array' || origin === 'set' || origin === 'map' ? list : amount;
}

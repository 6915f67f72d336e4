import type { z } from 'zod';
import type { TypedValues } from '../web/form.ts';
import { cleaned, type Languages, value } from '../web/lang-form.ts';
import { type Field, type Fields, placeOf } from './fields.ts';
import type { FieldProblem } from './problems.ts';
import type { Candidate } from './read-fields.ts';

/** One problem per field, from what the schema says of what the form said, in the order in which it says it. */
export function fieldProblems(
  error: z.ZodError,
  { body, places }: Candidate,
  fields: Fields,
  langs: Languages,
): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const { name, held } = typedAt(issue.path, body, places);
    const problem = problemOf(issue, { name, missing: held === undefined }, fields, langs[0]);
    if (!problems.has(problem.field)) problems.set(problem.field, problem);
  }
  return [...problems.values()];
}

/** In each translation that is offered at all these texts must be there: lists show nothing else. */
export function untranslated(
  typed: TypedValues,
  [, ...others]: Languages,
  names: readonly string[],
): FieldProblem[] {
  return others.flatMap((lang) =>
    names
      .filter((name) => cleaned(value(typed, `${name}.${lang}`)) === '')
      .map((name): FieldProblem => ({ field: `${name}.${lang}`, code: 'untranslated', args: { lang } })),
  );
}

/** A path into what was read: the name under which it was typed, and what was read there. */
function typedAt(path: readonly PropertyKey[], body: object, places: ReadonlyMap<object, string>) {
  let at: unknown = body;
  let name = '';
  for (const step of path) {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
    const row = typeof at === 'object' && at !== null ? places.get(at) : undefined;
    name = row ?? (name === '' || name.endsWith('.') ? name + String(step) : `${name}.${String(step)}`);
  }
  return { name: name.replace(/\.$/, ''), held: at };
}

function problemOf(
  issue: z.core.$ZodIssue,
  { name, missing }: { name: string; missing: boolean },
  fields: Fields,
  source: string,
): FieldProblem {
  const place = placeOf(fields, name);
  const whole = (code: FieldProblem['code'], args: FieldProblem['args'] = {}) => ({
    field: name,
    code,
    args,
  });
  if (place === null) return whole('unreadable');
  const { field } = place;
  const first = firstControl(field, name, source);
  if (field.is === 'rows') {
    return issue.code === 'too_big' && issue.origin === 'array'
      ? { field: first, code: 'too-many', args: { max: Number(issue.maximum) } }
      : { field: first, code: 'missing', args: {} };
  }
  if (field.is === 'choice') {
    return issue.code === 'too_big' ? whole('too-many', { max: Number(issue.maximum) }) : whole('choose');
  }
  if (field.is === 'line') {
    if (missing) return whole('missing');
    if (field.type === 'url') return whole('not-an-address');
    if (field.type === 'date') return whole('not-a-date');
    if (field.type === 'datetime') return whole('not-a-time');
    if (field.type === 'number') return whole('not-a-number');
    if (issue.code === 'too_big') return whole('too-long', { max: Number(issue.maximum) });
    return whole('unreadable');
  }
  if (place.lang === 'source') {
    return { field: `${name.slice(0, -'.source'.length)}.${source}`, code: 'original-missing', args: {} };
  }
  if (place.lang === null) return { field: first, code: 'missing', args: {} };
  if (issue.code === 'too_big') return whole('too-long', { max: Number(issue.maximum) });
  return whole('unreadable');
}

/** The control that a link to the field leads to. */
function firstControl(field: Field, name: string, source: string): string {
  if (field.is === 'text') return `${name}.${source}`;
  if (field.is !== 'rows') return name;
  const shown = Object.entries(field.fields).find(([, one]) => one.is !== 'line' || !one.hidden);
  const index = /\.\d+$/.test(name) ? name : `${name}.0`;
  return shown === undefined ? name : firstControl(shown[1], `${index}.${shown[0]}`, source);
}

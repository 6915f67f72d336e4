import { type Field, type FieldProblem, type Fields, placeOf } from '../../kernel/forms/index.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import type { FieldErrors } from '../form/form.tsx';

/** The words of a declared form: the page, and the namespace of `field.…`, `help.…`, `rows.…` and `row.…`. */
export interface FormWords {
  page: PageContext;
  words: string;
}

export function labelOf({ page, words }: FormWords, name: string, field: Field): string {
  return page.t(`${words}.field.${field.label ?? name.split('.').at(-1)}`);
}

export function helpOf({ page, words }: FormWords, { help }: Field): string | undefined {
  return help === undefined ? undefined : page.t(`${words}.help.${help}`);
}

export function rowWord({ page, words }: FormWords, name: string, field: Field, number: number): string {
  return page.t(`${words}.row.${field.label ?? name}`, { number });
}

/** A choice in the reader's words. */
export function choiceWord(
  { page }: FormWords,
  field: Extract<Field, { is: 'choice' }>,
  one: string,
): string {
  if (field.as === 'boolean') return page.t(`ui.answer.${one}`);
  return field.words === undefined ? one : page.t(`${field.words}.${one}`);
}

/** Each problem as a sentence that says where it is and how to put it right: "Milestone 2, deadline". */
export function problemSentences(
  form: FormWords,
  fields: Fields,
  problems: readonly FieldProblem[],
): FieldErrors {
  const { page } = form;
  return Object.fromEntries(
    problems.map(({ field, code, args }) => [
      field,
      page.t(`ui.problem.${code}`, {
        ...args,
        ...(typeof args.lang === 'string' && { language: page.format.language(args.lang) }),
        field: typedLabel(form, fields, field),
      }),
    ]),
  );
}

function typedLabel(form: FormWords, fields: Fields, typed: string): string {
  const { page } = form;
  const place = placeOf(fields, typed);
  if (place === null) return typed;
  const { field, name, rows, lang } = place;
  const parts = [...rows.map((row) => rowLabel(form, fields, rows, row)), labelOf(form, name, field)];
  // A row as a whole is named by its number alone.
  const named = field.is === 'rows' && rows.length > 0 ? parts.slice(0, -1) : parts;
  const label = named.reduceRight((part, row) => page.t('ui.field.in-row', { row, part }));
  return lang === null || lang === 'source'
    ? label
    : page.t('ui.field.in-language', { label, language: page.format.language(lang) });
}

function rowLabel(
  form: FormWords,
  fields: Fields,
  rows: ReadonlyArray<{ name: string; index: number }>,
  row: { name: string; index: number },
): string {
  let declared: Fields = fields;
  for (const outer of rows) {
    const field = declared[outer.name];
    if (outer === row) return rowWord(form, row.name, field ?? { is: 'file' }, row.index + 1);
    if (field?.is === 'rows') declared = field.fields;
  }
  return String(row.index + 1);
}

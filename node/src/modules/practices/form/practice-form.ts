import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import {
  allValues,
  cleaned,
  formLanguages,
  readLabel,
  readLangText,
  value,
  writeLangText,
} from '../../../kernel/web/lang-form.ts';
import { type Practice, type PracticeInput, practiceInput } from '../practice.ts';
import { ROW_NAMES, ROWS, type RowName, TEXTS } from './fields.ts';
import { problemsOf } from './problems.ts';

export type FormAnswer<Body> = { ok: true; body: Body } | { ok: false; problems: FieldProblem[] };

/**
 * Reads the form of a practice. `kept` are fields of an earlier version that the form does not show (of a newer
 * software, say): they stay as they are.
 */
export function readPracticeForm(
  values: TypedValues,
  locale: string,
  kept: Partial<Practice> = {},
): FormAnswer<PracticeInput> {
  const langs = formLanguages(values, locale);
  const rows = Object.fromEntries(ROW_NAMES.map((name) => [name, readRows(values, name, langs)])) as Record<
    RowName,
    Row[]
  >;
  const candidate = {
    ...kept,
    ...Object.fromEntries(TEXTS.map((name) => [name, readLangText(values, name, langs)])),
    ...Object.fromEntries(ROW_NAMES.map((name) => [name, list(rows[name].map(({ row }) => row))])),
    note: readLangText(values, 'note', langs),
    stage: value(values, 'stage') || undefined,
    level: value(values, 'level') || undefined,
    topics: [...allValues(values, 'topics')],
    principles: list(allValues(values, 'principles')),
    languages: list(allValues(values, 'languages')),
    started: cleaned(value(values, 'started')) || undefined,
  };
  const parsed = practiceInput.safeParse(withoutUndefined(candidate));
  const problems = parsed.success ? [] : problemsOf(parsed.error, langs, (path) => placeOfRow(rows, path));
  problems.push(...untranslated(values, langs));
  return parsed.success && problems.length === 0 ? { ok: true, body: parsed.data } : { ok: false, problems };
}

/** The values that show a practice in the form. */
export function writePracticeForm(body: Practice): TypedValues {
  const [source, ...others] = languagesOf(body.title);
  const rows = ROW_NAMES.flatMap((name) =>
    (body[name] ?? []).flatMap((row, i) => writeRow(`${name}.${i}`, name, row as Record<string, unknown>)),
  );
  return Object.fromEntries<readonly string[]>([
    ['source', [source ?? '']],
    ['lang', others],
    ...TEXTS.flatMap((name) => writeLangText(name, body[name])),
    ...rows,
    ['stage', [body.stage]],
    ['level', [body.level]],
    ['topics', body.topics],
    ['principles', body.principles ?? []],
    ['languages', body.languages ?? []],
    ['started', body.started === undefined ? [] : [body.started]],
  ]);
}

/** Number of rows to offer: those that hold something and one more, the usual number at least. */
export function rowCount(values: TypedValues, name: RowName): number {
  const pattern = new RegExp(`^${name}\\.(\\d{1,2})\\.`);
  const used = Object.entries(values).flatMap(([field, [typed = '']]) => {
    const place = pattern.exec(field)?.[1];
    return place === undefined || typed.trim() === '' ? [] : [Number(place) + 1];
  });
  const most = name === 'facts' ? ROWS.facts.least : MOST_ROWS;
  return Math.min(most, Math.max(ROWS[name].least, Math.max(0, ...used) + (used.length > 0 ? 1 : 0)));
}
const MOST_ROWS = 10;

interface Row {
  /** Place in the form, where empty rows may stand between. */
  place: number;
  row: Record<string, unknown>;
}

function readRows(values: TypedValues, name: RowName, langs: readonly [string, ...string[]]): Row[] {
  const { texts, plain } = ROWS[name];
  return Array.from({ length: MOST_ROWS }, (_, place): Row => {
    const field = (part: string) => `${name}.${place}.${part}`;
    const row = Object.fromEntries([
      ...texts.map((part) => [part, readLabel(values, field(part), langs)]),
      ...plain.map((part) => [part, cleaned(value(values, field(part))) || undefined]),
    ]);
    return { place, row: withoutUndefined(row) };
  }).filter(({ row }) => Object.keys(row).length > 0);
}

function writeRow(
  prefix: string,
  name: RowName,
  row: Record<string, unknown>,
): Array<[string, readonly string[]]> {
  const { texts, plain } = ROWS[name];
  return [
    ...texts.flatMap((part) => writeLangText(`${prefix}.${part}`, row[part] as LangText | undefined)),
    ...plain.flatMap(
      (part): Array<[string, readonly string[]]> =>
        typeof row[part] === 'string' ? [[`${prefix}.${part}`, [row[part]]]] : [],
    ),
  ];
}

/** A path into the rows that were read, as the field that it came from. */
function placeOfRow(rows: Record<RowName, Row[]>, path: readonly PropertyKey[]): readonly PropertyKey[] {
  const [name, index, ...rest] = path;
  if (!ROW_NAMES.includes(name as RowName) || typeof index !== 'number') return path;
  return [name as RowName, rows[name as RowName][index]?.place ?? index, ...rest];
}

/** A translation that is offered at all has title and summary: lists show nothing else. */
function untranslated(values: TypedValues, [, ...others]: readonly [string, ...string[]]): FieldProblem[] {
  return others.flatMap((lang) =>
    ['title', 'summary']
      .filter((name) => cleaned(value(values, `${name}.${lang}`)) === '')
      .map((name): FieldProblem => ({ field: `${name}.${lang}`, code: 'untranslated', args: { lang } })),
  );
}

function list<T>(items: readonly T[]): T[] | undefined {
  return items.length === 0 ? undefined : [...items];
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, held]) => held !== undefined)) as T;
}

/** Fields of a body that the form does not show; a revision keeps them. */
export function unshownFields(body: Practice): Partial<Practice> {
  const shown = new Set<string>([...TEXTS, ...ROW_NAMES, ...SORTING, 'note']);
  return Object.fromEntries(Object.entries(body).filter(([name]) => !shown.has(name)));
}
const SORTING = ['stage', 'level', 'topics', 'principles', 'languages', 'started'];

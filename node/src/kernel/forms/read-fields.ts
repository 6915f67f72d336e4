import type { LangText } from '../i18n/locale.ts';
import type { TypedValues } from '../web/form.ts';
import {
  allValues,
  cleaned,
  type Languages,
  readLabel,
  readLangText,
  value,
  writeLangText,
} from '../web/lang-form.ts';
import type { Choice, Field, Fields, Line, NamedFile } from './fields.ts';

type Body = Record<string, unknown>;

/** What a form says, before any schema has seen it, and where in the form each of its rows stands. */
export interface Candidate {
  body: Body;
  /** Prefix of the names in a row, by the row. */
  places: ReadonlyMap<object, string>;
}

/** Reads what was typed into the fields; what is empty is absent. */
export function readFields(typed: TypedValues, fields: Fields, langs: Languages): Candidate {
  const places = new Map<object, string>();
  return { body: readAll(typed, fields, langs, '', places), places };
}

/** The typed values that show a body in the form again. */
export function writeFields(body: Body, fields: Fields): TypedValues {
  return Object.fromEntries(writeAll(body, fields, ''));
}

/** The rows of which something is typed, in their order. */
export function rowsIn(typed: TypedValues, prefix: string): number[] {
  const found = new Set<number>();
  for (const [name, values] of Object.entries(typed)) {
    if (!name.startsWith(`${prefix}.`) || values.every((text) => text.trim() === '')) continue;
    const index = /^\d{1,3}(?=\.)/.exec(name.slice(prefix.length + 1))?.[0];
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b);
}

function readAll(
  typed: TypedValues,
  fields: Fields,
  langs: Languages,
  prefix: string,
  places: Map<object, string>,
): Body {
  const body: Body = {};
  for (const [name, field] of Object.entries(fields)) {
    const at = prefix + name;
    const read =
      field.is === 'rows' ? readRows(typed, field, langs, at, places) : readOne(typed, field, langs, at);
    if (read !== undefined) setAt(body, name.split('.'), read);
  }
  return body;
}

function readRows(
  typed: TypedValues,
  { fields, most }: Extract<Field, { is: 'rows' }>,
  langs: Languages,
  at: string,
  places: Map<object, string>,
): Body[] | undefined {
  const rows = rowsIn(typed, at)
    .slice(0, most)
    .flatMap((index) => {
      const row = readAll(typed, fields, langs, `${at}.${index}.`, places);
      places.set(row, `${at}.${index}.`);
      return Object.keys(row).some((name) => !isHidden(fields[name])) ? [row] : [];
    });
  return rows.length === 0 ? undefined : rows;
}

function isHidden(field: Field | undefined): boolean {
  return field?.is === 'line' && field.hidden === true;
}

function readOne(
  typed: TypedValues,
  field: Exclude<Field, { is: 'rows' }>,
  langs: Languages,
  at: string,
): unknown {
  switch (field.is) {
    case 'text':
      // What may be left out may also have been written in another language than the whole.
      return field.required ? readLangText(typed, at, langs) : readLabel(typed, at, langs);
    case 'line':
      return readLine(cleaned(value(typed, at)), field);
    case 'choice':
      return readChoice(
        allValues(typed, at).filter((one) => one !== ''),
        field,
      );
    case 'file':
      return readFile(allValues(typed, at));
  }
}

function readLine(text: string, { type, list }: Line): unknown {
  if (text === '') return undefined;
  if (list) {
    return text
      .split(/[,،、\n]/)
      .map((one) => cleaned(one))
      .filter((one) => one !== '');
  }
  // What is no number stays text, and the schema says so.
  return type === 'number' && /^[-−]?\d+([.,]\d+)?$/.test(text)
    ? Number(text.replace('−', '-').replace(',', '.'))
    : text;
}

function readChoice(chosen: readonly string[], { many, as }: Choice): unknown {
  const read = (one: string) => (as === 'number' ? Number(one) : as === 'boolean' ? one === 'yes' : one);
  if (many) return chosen.length === 0 ? undefined : chosen.map(read);
  const [one] = chosen;
  return one === undefined ? undefined : read(one);
}

function readFile([sha256, size, mediaType, name]: readonly string[]): NamedFile | undefined {
  return sha256 === undefined || sha256 === ''
    ? undefined
    : { sha256, size: Number(size), mediaType: mediaType ?? '', name: name ?? '' };
}

type Typed = Array<[string, readonly string[]]>;

function writeAll(body: Body, fields: Fields, prefix: string): Typed {
  return Object.entries(fields).flatMap(([name, field]) => {
    const held = getAt(body, name.split('.'));
    return held === undefined || held === null ? [] : writeOne(held, field, prefix + name);
  });
}

function writeOne(held: unknown, field: Field, at: string): Typed {
  switch (field.is) {
    case 'text':
      return writeLangText(at, held as LangText);
    case 'rows':
      return (held as Body[]).flatMap((row, i) => writeAll(row, field.fields, `${at}.${i}.`));
    case 'file': {
      const { sha256, size, mediaType, name } = held as NamedFile;
      return [[at, [sha256, String(size), mediaType, name]]];
    }
    case 'line':
      return [[at, [Array.isArray(held) ? held.join(', ') : String(held)]]];
    case 'choice':
      return [[at, [held].flat().map((one) => (one === true ? 'yes' : one === false ? 'no' : String(one)))]];
  }
}

function setAt(body: Body, [first = '', ...rest]: readonly string[], held: unknown): void {
  if (rest.length === 0) {
    body[first] = held;
    return;
  }
  const below = (body[first] ?? {}) as Body;
  body[first] = below;
  setAt(below, rest, held);
}

function getAt(body: Body, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((at, step) => (at as Body | undefined)?.[step], body);
}

/**
 * A form as it is declared: the fields of a body by their names, `codes.scheme` for one that lies deeper. From the
 * declaration follow how what was typed is read and written, drawn, checked and shown again.
 */
export type Fields = Readonly<Record<string, Field>>;
export type Field = TextLines | Line | Choice | RowsOf | Upload;

interface Common {
  /** Name of its label and help among the messages, where that is not its own name. */
  label?: string;
  help?: string;
  required?: boolean;
}

/** Text for people, in each language of the form. */
export interface TextLines extends Common {
  is: 'text';
  /** More than one for a text area. */
  lines?: number;
}

/** One line without a language. */
export interface Line extends Common {
  is: 'line';
  /** `datetime`: a day and what clocks show, without a zone: `2027-03-04T09:00`. */
  type: 'text' | 'url' | 'date' | 'datetime' | 'number';
  /** Several values in one line, with commas between them. */
  list?: boolean;
  /** Known to the form and shown to nobody: the key of a row. */
  hidden?: boolean;
}

export interface Choice extends Common {
  is: 'choice';
  /** Absent: whoever draws the form knows them. */
  of?: readonly string[];
  /** Where the words for the choices are among the messages; absent: they are shown as they are. */
  words?: string;
  many?: boolean;
  /** A list to open, where there are more than a few. */
  list?: boolean;
  /** What a choice is in the body, where it is no text; `yes` is true. */
  as?: 'number' | 'boolean';
}

/** Rows that repeat. */
export interface RowsOf extends Common {
  is: 'rows';
  least: number;
  most: number;
  fields: Fields;
}

/** A file that is handed in: kept beside the draft, named in it by digest. */
export interface Upload extends Common {
  is: 'file';
}

/** A file that a draft names; `name` is as the person called it, empty where it was handed in with an earlier version. */
export interface NamedFile {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}

/** Where a typed name leads: its field, and how it is called for people. */
export interface Place {
  field: Field;
  name: string;
  /** The rows that it lies in, outermost first. */
  rows: ReadonlyArray<{ name: string; index: number }>;
  lang: string | null;
}

/** The field that a typed name belongs to; null where the form has none such. */
export function placeOf(fields: Fields, typed: string): Place | null {
  for (const [name, field] of Object.entries(fields)) {
    if (typed !== name && !typed.startsWith(`${name}.`)) continue;
    const rest = typed.slice(name.length + 1);
    if (field.is !== 'rows') {
      return { field, name, rows: [], lang: field.is === 'text' && rest !== '' ? rest : null };
    }
    const [, index, inner] = /^(\d{1,3})(?:\.(.+))?$/.exec(rest) ?? [];
    if (index === undefined) return { field, name, rows: [], lang: null };
    const row = { name, index: Number(index) };
    const below = inner === undefined ? null : placeOf(field.fields, inner);
    return below === null
      ? { field, name, rows: [row], lang: null }
      : { ...below, rows: [row, ...below.rows] };
  }
  return null;
}

import type { Star, StarCodes } from '../computed/star.ts';
import { starOf } from '../computed/star.ts';
import { IMPACT, OPENED, SPECIFICITY } from '../schemes.ts';
import type { Finding, Value } from '../vocabulary.ts';
import { type CsvTable, readCsv } from './csv.ts';
import { BadFile } from './error.ts';
import { AREAS, OGP, present, REQUIRED, VALUE_COLUMNS } from './ogp-columns.ts';

/** A row of the file as far as we understand it; what the file leaves open is null. The cells stay in the table. */
export interface OgpCommitment {
  /** Place among the rows, from 0. */
  row: number;
  country: string;
  plan: string;
  number: string | null;
  title: string;
  text: string | null;
  theme: string | null;
  lead: string | null;
  supporting: string | null;
  /** As written: day and month stand in either order. */
  start: string | null;
  end: string | null;
  submitted: string | null;
  areas: string[];
  values: Value[];
  codes: StarCodes & { opened: string | null; completionAtEnd: Finding | null };
  /** Computed by us from the codes of the progress report, and of the end of the term where there was one. */
  star: Star;
  starAtEnd: Star | null;
  /** The file's own flags; null where it has none. */
  flag: boolean | null;
  flagAtEnd: boolean | null;
}

export interface OgpFile {
  table: CsvTable;
  commitments: OgpCommitment[];
}

/** @throws BadFile where it is no CSV, or no commitments file of the OGP */
export function readOgp(text: string): OgpFile {
  const table = readCsv(text);
  const missing = REQUIRED.filter((name) => !table.header.includes(name));
  if (missing.length > 0) {
    throw new BadFile(
      `This is no OGP commitments file: it has no column ${missing.map(quoted).join(', ')}.`,
      1,
    );
  }
  const column = new Map(table.header.map((name, place) => [name, place]));
  const areas = areaColumns(table.header);
  return { table, commitments: table.rows.map((cells, row) => readRow(cells, row, column, areas)) };
}

function readRow(
  cells: readonly string[],
  row: number,
  column: ReadonlyMap<string, number>,
  areas: readonly (readonly [string, number])[],
): OgpCommitment {
  const cell = (name: string) => cells[column.get(name) ?? -1];
  const at = (name: string) => present(cell(name));
  const codes = {
    specificity: code(cell(OGP.specificity), SPECIFICITY),
    relevant: bit(cell(OGP.relevant)),
    impact: code(cell(OGP.impact), IMPACT),
    completion: completion(cell(OGP.completion)),
    completionAtEnd: completion(cell(OGP.completionAtEnd)),
    opened: code(cell(OGP.opened), OPENED),
  };
  return {
    row,
    country: required(cell(OGP.country), OGP.country, row),
    plan: required(cell(OGP.plan), OGP.plan, row),
    number: at(OGP.number),
    title: at(OGP.title) ?? at(OGP.shortTitle) ?? '',
    text: at(OGP.text),
    theme: at(OGP.theme),
    lead: at(OGP.lead),
    supporting: at(OGP.supporting),
    start: at(OGP.start),
    end: at(OGP.end),
    submitted: at(OGP.submitted),
    areas: areas.flatMap(([name, place]) => (bit(cells[place]) === true ? [areaCode(name)] : [])),
    values: (Object.keys(VALUE_COLUMNS) as Value[]).filter((name) => bit(cell(VALUE_COLUMNS[name])) === true),
    codes,
    star: starOf(codes),
    starAtEnd:
      codes.completionAtEnd === null ? null : starOf({ ...codes, completion: codes.completionAtEnd }),
    flag: bit(cell(OGP.star)),
    flagAtEnd: bit(cell(OGP.starAtEnd)),
  };
}

function required(cell: string | undefined, name: string, row: number): string {
  const value = cell?.trim() ?? '';
  // Row 0 stands in the file's second line, unless cells before it hold line breaks.
  if (value === '') throw new BadFile(`Commitment ${row + 1} has no ${quoted(name)}.`);
  return value;
}

function bit(cell: string | undefined): boolean | null {
  return cell === '1' ? true : cell === '0' ? false : null;
}

/** A code such as `b. medium` or `Moderate`: the word in lower case, where it is one of ours. */
function code<Word extends string>(cell: string | undefined, words: readonly Word[]): Word | null {
  const word = wordOf(cell);
  return words.find((one) => one === word) ?? null;
}

/** The word without its letter, in small letters: the file writes `a. Not started` and `a. Not Started`. */
function wordOf(cell = ''): string {
  return cell
    .trim()
    .replace(/^[a-z]\. /, '')
    .toLowerCase();
}

const COMPLETION: Readonly<Record<string, Finding>> = {
  'not started': 'not-started',
  limited: 'limited',
  substantial: 'substantial',
  complete: 'complete',
  unclear: 'unclear',
  withdrawn: 'withdrawn',
};

function completion(cell: string | undefined): Finding | null {
  return COMPLETION[wordOf(cell)] ?? null;
}

function areaColumns(header: readonly string[]): [string, number][] {
  const [first, last] = [header.indexOf(AREAS.first), header.indexOf(AREAS.last)];
  if (first < 0 || last < first) return [];
  return header.slice(first, last + 1).map((name, place) => [name, first + place]);
}

/** `Elections & Political Finance` is `elections-political-finance`. */
export function areaCode(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
}

function quoted(name: string): string {
  return `“${name}”`;
}

import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { BadFile } from './error.ts';

/** A table of a CSV file (RFC 4180) with every cell as it stands, and what else the file was written with. */
export interface CsvTable {
  header: string[];
  rows: string[][];
  dialect: Dialect;
}

export interface Dialect {
  bom: boolean;
  newline: '\n' | '\r\n';
  /** Whether the last row ends with a line break. */
  closed: boolean;
}

const BOM = '\ufeff';

/** Beside commas and quotes: any line break (the writer sees to its own alone), and what would be read as a byte order mark. */
const MUST_QUOTE = /[\r\n]|^\ufeff/;

/** @throws BadFile where the text is no such table: rows of different lengths, a quote that never ends, no header */
export function readCsv(text: string): CsvTable {
  const bom = text.startsWith(BOM);
  const content = bom ? text.slice(1) : text;
  const dialect: Dialect = { bom, newline: newlineOf(content), closed: content.endsWith('\n') };
  const [header, ...rows] = parseRows(content, dialect.newline);
  if (header === undefined || header.every((name) => name.trim() === '')) {
    throw new BadFile('The file has no header row: the first line must name the columns.', 1);
  }
  const repeated = header.find((name, place) => header.indexOf(name) !== place);
  if (repeated !== undefined) throw new BadFile(`The column “${repeated}” is there twice.`, 1);
  return { header, rows, dialect };
}

/** Cells are quoted where they must be. `writeCsv(readCsv(text))` is `text` where that was written so too. */
export function writeCsv({ header, rows, dialect }: CsvTable): string {
  const text = stringify([header, ...rows], {
    record_delimiter: dialect.newline,
    eof: dialect.closed,
    quoted_match: MUST_QUOTE,
  });
  return dialect.bom ? BOM + text : text;
}

/** The line break of the header row; breaks inside quotes are content. */
function newlineOf(text: string): Dialect['newline'] {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === '\n' && !quoted) return text[at - 1] === '\r' ? '\r\n' : '\n';
  }
  return '\n';
}

function parseRows(text: string, newline: string): string[][] {
  try {
    return parse(text, { record_delimiter: newline }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw new BadFile(sentenceOf(error), lineOf(error));
    throw error;
  }
}

function lineOf(error: CsvError): number | null {
  return typeof error.lines === 'number' ? error.lines : null;
}

function sentenceOf(error: CsvError): string {
  const where = lineOf(error) === null ? '' : ` (line ${lineOf(error)})`;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark is opened and never closed${where}.`;
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return `A row has another number of cells than the header${where}.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `A quoted cell goes on after its closing quotation mark${where}.`;
    case 'INVALID_OPENING_QUOTE':
      return `A quotation mark stands inside a cell that is not quoted${where}.`;
    default:
      return `This is not CSV${where}.`;
  }
}

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines } from './csv.ts';

test('a reader of CSV gets every cell back, but for the apostrophe before a formula', () => {
  const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', ''));
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (written) => {
      const read = parse(csvLines(written), { record_delimiter: '\r\n' }) as string[][];
      expect(read.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        written.map((row) => row.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
    }),
  );
});

test('nothing runs in a spreadsheet, and a negative number stays one', () => {
  expect(csvLines([['=1+1', '@x', '-12.5', '-x', '"']])).toBe(`'=1+1,'@x,-12.5,'-x,""""\r\n`);
});

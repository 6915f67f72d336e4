import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvTable, readCsv, writeCsv } from './csv.ts';

/** What cells of real files hold, and what breaks parsers. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.stringMatching(/^[ ",;\r\n\ufeff'=+@-]{0,8}$/),
  fc.constantFrom('', ' ', '"', '""', '\n', '\r', '\r\n', '\ufeff', 'NR', '<br/>', 'é', '0', 'null'),
);

const table = fc
  .record({
    header: fc.uniqueArray(cell, { minLength: 2, maxLength: 5 }),
    bom: fc.boolean(),
    newline: fc.constantFrom('\n' as const, '\r\n' as const),
    closed: fc.boolean(),
  })
  .filter(({ header }) => header.some((name) => name.trim() !== ''))
  .chain(({ header, ...dialect }) =>
    fc.record<CsvTable>({
      header: fc.constant(header),
      dialect: fc.constant(dialect),
      rows: fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), {
        maxLength: 6,
      }),
    }),
  );

describe('a CSV table', () => {
  it('comes back cell by cell, whatever stands in the cells', () => {
    fc.assert(
      fc.property(table, (written) => {
        const read = readCsv(writeCsv(written));
        expect([read.header, ...read.rows]).toEqual([written.header, ...written.rows]);
      }),
    );
  });

  it('is written as the same bytes that it was read from', () => {
    fc.assert(
      fc.property(table, (written) => {
        const text = writeCsv(written);
        expect(writeCsv(readCsv(text))).toBe(text);
      }),
    );
  });

  it.each([
    ['a,b\n"c,d', /never closed \(line 2\)/],
    ['a,b\nc', /another number of cells than the header \(line 2\)/],
    ['a,b\n\nc,d', /another number of cells/],
    ['a,b\n"c"x,d', /goes on after its closing quotation mark \(line 2\)/],
    ['a,b\nc"x,d', /inside a cell that is not quoted \(line 2\)/],
    ['a,a\nc,d', /“a” is there twice/],
    ['', /no header row/],
    [' , \n1,2', /no header row/],
  ])('is refused with the line and the fault: %j', (text, sentence) => {
    expect(() => readCsv(text)).toThrow(sentence);
  });
});

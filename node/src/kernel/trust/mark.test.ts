import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalStroke, sameMark, sanitizeMark } from './mark.ts';

describe('marks', () => {
  it.each([
    ['M6 24 L16 8 L26 24', 'M6 24L16 8L26 24'],
    ['m6,24 10-16 10,16', 'M6 24L16 8L26 24'],
    ['M16 4V28M8 12h16', 'M16 4L16 28M8 12L24 12'],
    ['M4 16c2-4 6-4 8 0s6 4 8 0', 'M4 16C6 12 10 12 12 16C14 20 18 20 20 16'],
    ['M4 16Q8 8 12 16T20 16', 'M4 16Q8 8 12 16Q16 24 20 16'],
    ['M4 16a4 4 0 0 1 8 0', 'M4 16A4 4 0 0 1 12 16'],
    ['M4 16a4 4 0 018 0', 'M4 16A4 4 0 0 1 12 16'],
    ['M4 4L8 8zl4 0', 'M4 4L8 8ZL8 4'],
    ['M.5.5L1.25 1.256', 'M0.5 0.5L1.25 1.26'],
  ])('writes %s as %s', (stated, normal) => {
    expect(normalStroke(stated)).toBe(normal);
  });

  it.each([
    ['', 'nothing'],
    ['M4 4', 'a point without a line'],
    ['L4 4 8 8', 'a line from nowhere'],
    ['M4 4L33 4', 'a point off the grid'],
    ['M4 4l-5 0', 'a relative point off the grid'],
    ['M4 4C4 4 40 4 8 8', 'a control point off the grid'],
    ['M4 4L8', 'half a point'],
    ['M4 4L8 8,', 'a comma without a point'],
    ['M4 4L1e1 8', 'an exponent'],
    ['M4 4LNaN 8', 'no number'],
    ['M4 4 8 8"/><script>', 'markup'],
    ['M4 4 8 8 url(#a)', 'a reference'],
    ['M4 4a4 4 0 2 1 8 0', 'a flag that is neither 0 nor 1'],
    ['M4 4B8 8', 'an unknown command'],
    [`M0 0${'L1 1'.repeat(64)}`, 'too many segments'],
  ])('refuses %j (%s)', (stated) => {
    expect(normalStroke(stated)).toBeNull();
  });

  it('lets only numbers and commands through, whatever is sent', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz'),
      fc.constantFrom(' ', ',', '\n', '-', '.', '<', '"', '&'),
      fc.integer({ min: -5, max: 40 }).map(String),
      fc.float({ noNaN: true, noDefaultInfinity: true }).map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const normal = normalStroke(`M1 1${pieces.join(' ')}`);
        if (normal !== null) expect(normal).toMatch(/^M[\d.]+ [\d.]+([MLCQA][\d. -]+|Z)+$/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a stroke in normal form back as it is', () => {
    const coordinate = fc.integer({ min: 0, max: 3200 }).map((value) => value / 100);
    const line = fc.tuple(coordinate, coordinate).map(([x, y]) => `L${x} ${y}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), (lines) => {
        const normal = normalStroke(`M0 0${lines.join('')}`);
        expect(normal).not.toBeNull();
        expect(normalStroke(normal ?? '')).toBe(normal);
      }),
    );
  });

  it('takes a mark as a whole or not at all', () => {
    expect(sanitizeMark(['M4 4L8 8', 'M8 4L4 8'])).toEqual(['M4 4L8 8', 'M8 4L4 8']);
    for (const mark of [
      undefined,
      null,
      [],
      'M4 4L8 8',
      ['M4 4L8 8', '<g>'],
      [1],
      Array(13).fill('M4 4L8 8'),
    ]) {
      expect(sanitizeMark(mark)).toBeNull();
    }
  });

  it('knows one mark by its strokes, in any order and spelling', () => {
    const ours = sanitizeMark(['M6 24 16 8 26 24', 'M16 8V2']) ?? [];
    const theirs = sanitizeMark(['M16,8v-6', 'm6 24l10-16l10 16']) ?? [];
    expect(sameMark(ours, theirs)).toBe(true);
    expect(sameMark(ours, theirs.slice(1))).toBe(false);
  });
});

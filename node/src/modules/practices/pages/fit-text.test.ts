import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emWidth, fitText } from './fit-text.ts';

describe('fitText', () => {
  it('breaks between words', () => {
    expect(fitText('added foster families and messages', 160, 16, 3)).toEqual([
      'added foster',
      'families and',
      'messages',
    ]);
  });

  it('says that it left something out', () => {
    expect(fitText('one two three four five six seven', 80, 16, 2).at(-1)).toMatch(/…$/);
  });

  it('breaks Korean, which may have no spaces, where the line is full', () => {
    expect(fitText('위탁가정을더했습니다', 80, 16, 3)).toEqual(['위탁가정을', '더했습니다']);
  });

  it('never runs over the width, and never makes more lines than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 40, max: 400 }),
        (words, width) => {
          const lines = fitText(words, width, 16, 3);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) expect(emWidth(line)).toBeLessThanOrEqual(width / 16);
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bow, type Edge, type Frame, narrowFrame, WIDTH, wideFrame } from './graph-geometry.ts';

const edges = (count: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 0, max: count - 1 }), fc.boolean())
    .filter(([from, to]) => from !== to)
    .map(([from, to, back]): Edge => ({ from, to, back }));
const cases = fc.integer({ min: 2, max: 7 }).chain((count) => fc.tuple(fc.constant(count), edges(count)));
const numbersIn = (d: string) => (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

function expectInside(frame: Frame, edge: Edge, width: number) {
  const { d, head, peak } = frame.stroke(edge);
  // A quadratic curve stays between its ends and its peak; its control point lies outside on purpose.
  const [startX = 0, startY = 0] = numbersIn(d);
  const ends = [startX, ...numbersIn(d).slice(-2, -1), peak.x];
  const heights = [startY, ...numbersIn(d).slice(-1), peak.y];
  for (const x of ends) expect(x).toBeGreaterThanOrEqual(-1);
  for (const x of ends) expect(x).toBeLessThanOrEqual(width + 1);
  for (const y of heights) expect(y).toBeGreaterThanOrEqual(-1);
  for (const y of heights) expect(y).toBeLessThanOrEqual(frame.height + 1);
  expect(numbersIn(head).every(Number.isFinite)).toBe(true);
}

describe('the adoption chain as a drawing', () => {
  it('stays inside its frame on wide screens', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([count, edge], rtl) => {
        const top = bow(edge, 'wide') * 0.75;
        expectInside(wideFrame(count, top, 3, rtl), edge, WIDTH.wide);
      }),
    );
  });

  it('stays inside its frame on narrow screens', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([count, edge], rtl) => {
        const inset = bow(edge, 'narrow') * 0.75;
        expectInside(narrowFrame(count, inset, rtl), edge, WIDTH.narrow);
      }),
    );
  });

  it('runs from right to left where the writing does, with the same distances', () => {
    const [left, right] = [wideFrame(4, 40, 3, false), wideFrame(4, 40, 3, true)];
    right.seats.forEach((seat, i) => {
      expect(seat.x).toBeCloseTo(WIDTH.wide - (left.seats[i]?.x ?? 0));
      expect(seat.words.width).toBe(left.seats[i]?.words.width);
    });
  });

  it('leaves each caption its own room', () => {
    for (let count = 2; count <= 7; count++) {
      const { seats } = wideFrame(count, 0, 3, false);
      seats.slice(1).forEach((seat, i) => {
        const before = seats[i];
        expect((before?.words.x ?? 0) + (before?.words.width ?? 0)).toBeLessThan(seat.words.x);
      });
      const last = seats.at(-1);
      expect((last?.words.x ?? 0) + (last?.words.width ?? 0)).toBeLessThanOrEqual(WIDTH.wide);
    }
  });
});

import { expect, it } from 'vitest';
import { normalStroke, sameMark } from '../kernel/trust/mark.ts';
import { MARKS } from './marks.ts';

it.each(Object.entries(MARKS))(
  'the mark %s is strokes on the grid, as partners accept them',
  (_name, strokes) => {
    for (const stroke of strokes) expect(normalStroke(stroke), stroke).not.toBeNull();
  },
);

it('no two marks are the same', () => {
  const all = Object.values(MARKS);
  for (const [i, one] of all.entries()) {
    for (const other of all.slice(i + 1)) expect(sameMark(one, other)).toBe(false);
  }
});

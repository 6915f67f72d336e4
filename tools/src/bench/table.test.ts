import { expect, test } from 'vitest';
import { reached, table } from './table.ts';

test('a rate must reach its goal, a time must stay below it', () => {
  expect(reached({ what: 'a', on: 'x', value: 9, unit: '/s', goal: 10 })).toBe(false);
  expect(reached({ what: 'a', on: 'x', value: 9, unit: 'ms', goal: 10 })).toBe(true);
});

test('a missed goal says by how much', () => {
  expect(table([{ what: 'append', on: 'PGlite', value: 4500, unit: '/s', goal: 5000 }])).toContain(
    'no, 10 % short',
  );
});

test('a figure stands beside its peer with their ratio', () => {
  const text = table([
    { what: 'append', on: 'PGlite', value: 50, unit: '/s', peer: { name: 'INSERT', value: 200 } },
  ]);
  expect(text).toContain('INSERT: 200 /s');
  expect(text).toContain('| 0.25 ');
});

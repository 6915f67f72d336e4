import { expect, test } from 'vitest';
import { MalformedRequest } from '../error.ts';
import { matches, readIfMatch } from './if-match.ts';

test.each([
  ['one tag', '"v1"', ['v1']],
  ['a list', '"v0", "v1"', ['v0', 'v1']],
  ['a tag with a comma', '"a,b","c"', ['a,b', 'c']],
  ['empty elements', ', "v1" ,,', ['v1']],
  ['the empty tag', '""', ['']],
  ['any', ' * ', '*'],
  ['nothing at all', undefined, null],
])('reads %s', (_name, header, read) => {
  expect(readIfMatch(header)).toEqual(read);
});

test('a weak tag matches nothing, not even itself: the comparison is strong', () => {
  const read = readIfMatch('W/"v1", "v2"') ?? [];
  expect(matches(read, 'v1')).toBe(false);
  expect(matches(read, 'v2')).toBe(true);
  expect(matches(readIfMatch('W/"v1"') ?? '*', 'v1')).toBe(false);
});

test('any version matches *', () => {
  expect(matches('*', 'whatever')).toBe(true);
});

test.each(['v1', '"v1', 'v1"', '"a" "b"', 'w/"v1"', '', ',', '*, "v1"', '"v1",*', '"a b"'])(
  'refuses %s',
  (header) => {
    expect(() => readIfMatch(header)).toThrow(MalformedRequest);
  },
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from './bytes.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { CheckpointError, InvalidArgument } from './error.ts';
import { EMPTY_ROOT } from './merkle.ts';

const root = toBase64(EMPTY_ROOT);
const empty = `node.example/log\n0\n${root}\n`;

describe('the text of a checkpoint', () => {
  it('is origin, size and root', () => {
    expect(parseCheckpoint(empty)).toEqual({
      origin: 'node.example/log',
      size: 0,
      root: EMPTY_ROOT,
      extensions: [],
    });
    expect(formatCheckpoint({ origin: 'node.example/log', size: 0, root: EMPTY_ROOT })).toBe(empty);
  });

  it('keeps extension lines', () => {
    const text = `${empty}one\ntwo words\n`;
    expect(parseCheckpoint(text).extensions).toEqual(['one', 'two words']);
    expect(formatCheckpoint(parseCheckpoint(text))).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['no final newline', empty.slice(0, -1)],
    ['no origin', `\n0\n${root}\n`],
    ['two lines', 'node.example/log\n0\n'],
    ['an empty extension line', `${empty}\n`],
    ['a leading zero', empty.replace('\n0\n', '\n00\n')],
    ['a sign', empty.replace('\n0\n', '\n+1\n')],
    ['a size beyond 2^53', empty.replace('\n0\n', '\n9007199254740992\n')],
    ['an endless size', empty.replace('\n0\n', `\n${'9'.repeat(400)}\n`)],
    ['a fraction', empty.replace('\n0\n', '\n1.5\n')],
    ['a space after the size', empty.replace('\n0\n', '\n0 \n')],
    ['a short root', `o\n0\n${toBase64(new Uint8Array(31))}\n`],
    ['a long root', `o\n0\n${toBase64(new Uint8Array(33))}\n`],
    ['a root without padding', `o\n0\n${root.slice(0, -1)}\n`],
    ['unused bits set in the root', empty.replace(/.=\n$/, 'V=\n')],
  ])('with %s is malformed', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow(CheckpointError);
  });

  it('is not made of what could not be read back', () => {
    const checkpoint = { origin: 'o', size: 1, root: EMPTY_ROOT };
    expect(() => formatCheckpoint({ ...checkpoint, origin: '' })).toThrow(CheckpointError);
    expect(() => formatCheckpoint({ ...checkpoint, origin: 'a\nb' })).toThrow(CheckpointError);
    expect(() => formatCheckpoint({ ...checkpoint, extensions: [''] })).toThrow(CheckpointError);
    expect(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) })).toThrow(CheckpointError);
    expect(() => formatCheckpoint({ ...checkpoint, size: 2 ** 53 })).toThrow(InvalidArgument);
  });

  it('has one spelling, and throws nothing but CheckpointError', () => {
    const pieces = fc.array(fc.constantFrom('origin', '\n', '0', '12', root, '\n\n', ' ', '\r', 'extension'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (text) => {
          try {
            expect(formatCheckpoint(parseCheckpoint(text))).toBe(text);
          } catch (error) {
            expect(error).toBeInstanceOf(CheckpointError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64, utf8 } from './bytes.ts';
import { InvalidArgument, MalformedProof } from './error.ts';
import { EMPTY_ROOT } from './merkle.ts';
import { formatProof, parseProof } from './proof.ts';

const note = 'origin\n1\n…\n\n— name AAAA\n';
const hash = toBase64(EMPTY_ROOT);
const text = `c2sp.org/tlog-proof@v1\nextra ${toBase64(utf8('entry'))}\nindex 7\n${hash}\n${hash}\n\n${note}`;

describe('a tlog-proof', () => {
  it('reads back to what it was written from', () => {
    const proof = { extra: utf8('entry'), index: 7, proof: [EMPTY_ROOT, EMPTY_ROOT], note };
    expect(formatProof(proof)).toBe(text);
    expect(parseProof(text)).toEqual(proof);
  });

  it('may have no extra data and no hashes', () => {
    const short = `c2sp.org/tlog-proof@v1\nindex 0\n\n${note}`;
    expect(parseProof(short)).toEqual({ index: 0, proof: [], note });
    expect(formatProof(parseProof(short))).toBe(short);
    const empty = parseProof(`c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n${note}`);
    expect(empty.extra).toEqual(new Uint8Array(0));
  });

  it.each([
    ['nothing', ''],
    ['another version', text.replace('@v1', '@v2')],
    ['extra data after the index', text.replace(/(extra .*\n)(index .*\n)/, '$2$1')],
    ['two indices', text.replace('index 7\n', 'index 7\nindex 7\n')],
    ['no index', text.replace('index 7\n', '')],
    ['a leading zero', text.replace('index 7', 'index 07')],
    ['an index beyond 2^53', text.replace('index 7', 'index 9007199254740992')],
    ['extra data that is not canonical', text.replace(/extra (.*)=\n/, 'extra $1\n')],
    ['a short hash', text.replace(`${hash}\n\n`, 'AAAA\n\n')],
    ['64 hashes', text.replace(`${hash}\n`, `${hash}\n`.repeat(63))],
    ['no empty line', text.replaceAll('\n\n', '\n')],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
  ])('with %s is malformed', (_, wrong) => {
    expect(() => parseProof(wrong)).toThrow(MalformedProof);
  });

  it('is not made of an index that is none', () => {
    expect(() => formatProof({ index: -1, proof: [], note })).toThrow(InvalidArgument);
  });

  it('throws nothing but MalformedProof, and has one spelling', () => {
    const pieces = fc.array(
      fc.constantFrom('c2sp.org/tlog-proof@v1\n', 'extra ', 'index ', '0', '\n', '\n\n', hash, 'QQ=='),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (any) => {
          try {
            expect(formatProof(parseProof(any))).toBe(any);
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedProof);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

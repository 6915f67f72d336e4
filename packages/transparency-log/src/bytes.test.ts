import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concat,
  equal,
  fromBase64,
  fromBase64Url,
  fromHex,
  fromUtf8,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
} from './bytes.ts';
import { MalformedEncoding } from './error.ts';

const bytes = fc.uint8Array({ maxLength: 100 });

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('writes %j as RFC 4648 section 10 does, and reads it back', (text, encoded) => {
    expect(toBase64(utf8(text))).toBe(encoded);
    expect(fromUtf8(fromBase64(encoded))).toBe(text);
  });

  it.each([
    'Zg',
    'Zg=',
    'Zh==',
    'Zm9=',
    'Zg==\n',
    ' Zg==',
    'Z===',
    '====',
    'Zm9v=',
    'Zm-_',
    'Zg==Zg==',
    'Zmé=',
  ])('refuses %j, which is not the one form of any bytes', (text) => {
    expect(() => fromBase64(text)).toThrow(MalformedEncoding);
  });

  it('agrees with Node', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(toBase64(value)).toBe(Buffer.from(value).toString('base64'));
        expect(toBase64Url(value)).toBe(Buffer.from(value).toString('base64url'));
        expect(toHex(value)).toBe(Buffer.from(value).toString('hex'));
        expect(fromBase64(toBase64(value))).toEqual(value);
        expect(fromBase64Url(toBase64Url(value))).toEqual(value);
        expect(fromHex(toHex(value))).toEqual(value);
      }),
    );
  });

  it('reads nothing but what it writes', () => {
    const almost = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.string({ unit: fc.constantFrom(...'AZ/+-_=Q') }),
    );
    const codecs = [
      [fromBase64, toBase64],
      [fromBase64Url, toBase64Url],
      [fromHex, toHex],
    ] as const;
    fc.assert(
      fc.property(almost, fc.constantFrom(...codecs), (text, [read, write]) => {
        try {
          expect(write(read(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedEncoding);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('base64url', () => {
  it.each(['_w==', '_x', 'A', '+A', '_ w'])('refuses %j', (text) => {
    expect(() => fromBase64Url(text)).toThrow(MalformedEncoding);
  });
});

describe('hex', () => {
  it.each(['0', 'AB', 'zz', '0x00'])('refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(MalformedEncoding);
  });
});

describe('UTF-8', () => {
  it('keeps a byte order mark, which is part of what was signed', () => {
    expect(fromUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\ufeffa');
  });

  it.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x82]]])(
    'refuses the bytes %j',
    (value) => {
      expect(() => fromUtf8(new Uint8Array(value))).toThrow(MalformedEncoding);
    },
  );
});

describe('byte strings', () => {
  it('join and compare', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(Array.from(concat(a, b))).toEqual([...a, ...b]);
        expect(equal(a, b)).toBe(Buffer.from(a).equals(b));
        expect(equal(a, a.slice())).toBe(true);
      }),
    );
  });
});

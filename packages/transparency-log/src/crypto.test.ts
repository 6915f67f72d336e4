import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, toHex, utf8 } from './bytes.ts';
import * as browser from './crypto-browser.ts';
import * as node from './crypto-node.ts';
import { isEd25519PublicKey } from './ed25519-rules.ts';

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const messages = fc.uint8Array({ maxLength: 200 });
const few = { numRuns: 25 };
const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

function littleEndian(value: bigint): Uint8Array {
  return fromHex(value.toString(16).padStart(64, '0')).reverse();
}
function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes.slice().reverse())}`);
}
/** Both runtimes must say the same; returns what they say. */
function verdict(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const answer = node.ed25519Verify(publicKey, message, signature);
  expect(browser.ed25519Verify(publicKey, message, signature)).toBe(answer);
  return answer;
}

describe('SHA-256', () => {
  it('gives the value of FIPS 180-4 for "abc"', () => {
    expect(toHex(browser.sha256(utf8('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('is the same in both runtimes for every length over three blocks', () => {
    for (let length = 0; length <= 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 255);
      expect(toHex(browser.sha256(bytes))).toBe(toHex(node.sha256(bytes)));
    }
  });

  it('is the same in both runtimes for large and offset inputs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(63), (bytes, offset) => {
        const view = bytes.subarray(Math.min(offset, bytes.length));
        expect(toHex(browser.sha256(view))).toBe(toHex(node.sha256(view)));
      }),
    );
  });
});

describe('Ed25519', () => {
  it('gives the values of RFC 8032 section 7.1, test 2', () => {
    const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
    const signature =
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00';
    for (const crypto of [node, browser]) {
      expect(toHex(crypto.ed25519PublicKey(seed))).toBe(publicKey);
      expect(toHex(crypto.ed25519Sign(seed, new Uint8Array([0x72])))).toBe(signature);
    }
    expect(verdict(fromHex(publicKey), new Uint8Array([0x72]), fromHex(signature))).toBe(true);
  });

  it('signs the same bytes in both runtimes, which both accept', () => {
    fc.assert(
      fc.property(seeds, messages, (seed, message) => {
        const publicKey = node.ed25519PublicKey(seed);
        const signature = node.ed25519Sign(seed, message);
        expect(browser.ed25519PublicKey(seed)).toEqual(publicKey);
        expect(browser.ed25519Sign(seed, message)).toEqual(signature);
        expect(verdict(publicKey, message, signature)).toBe(true);
      }),
      few,
    );
  });

  it('refuses every flipped bit in both runtimes', () => {
    fc.assert(
      fc.property(seeds, messages, fc.nat(511), (seed, message, bit) => {
        const signature = node.ed25519Sign(seed, message);
        signature[bit >> 3] = (signature[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(verdict(node.ed25519PublicKey(seed), message, signature)).toBe(false);
      }),
      few,
    );
  });

  it('refuses arbitrary keys and signatures of any length without throwing', () => {
    const any = fc.uint8Array({ maxLength: 70 });
    fc.assert(
      fc.property(
        fc.oneof(seeds, any),
        messages,
        fc.oneof(fc.uint8Array({ minLength: 64, maxLength: 64 }), any),
        (k, m, s) => {
          expect(verdict(k, m, s)).toBe(false);
        },
      ),
      few,
    );
  });

  it('refuses S at or above the group order, a second spelling of a signature', () => {
    const seed = new Uint8Array(32).fill(1);
    const message = utf8('malleable');
    const signature = node.ed25519Sign(seed, message);
    const spelled = concat(signature.slice(0, 32), littleEndian(number(signature.slice(32)) + ORDER));
    expect(verdict(node.ed25519PublicKey(seed), message, spelled)).toBe(false);
  });

  it('refuses all keys of small order, which sign everything', () => {
    const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
    let point = Point.ZERO;
    for (let i = 0; i < 8; i++, point = point.add(torsion)) {
      const key = point.toBytes();
      expect(isEd25519PublicKey(key)).toBe(false);
      // With S = 0 and R = the key's multiple, the equation holds for one message in eight at least.
      for (let n = 0; n < 16; n++)
        expect(verdict(key, utf8(String(n)), concat(Point.ZERO.toBytes(), new Uint8Array(32)))).toBe(false);
    }
  });

  it('refuses keys whose y is not below the prime', () => {
    for (let low = 0xed; low <= 0xff; low++) {
      for (const high of [0x7f, 0xff]) {
        const key = new Uint8Array(32).fill(0xff);
        key[0] = low;
        key[31] = high;
        expect(isEd25519PublicKey(key)).toBe(false);
        expect(verdict(key, utf8('m'), new Uint8Array(64))).toBe(false);
      }
    }
  });

  it('checks without the cofactor: a key with a part of small order is judged the same in both runtimes', () => {
    const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
    const secret = 12345678901234567890n;
    const key = Point.BASE.multiply(secret).add(torsion).toBytes();
    const answers = new Set<boolean>();
    for (let n = 1n; n <= 24n; n++) {
      const message = utf8(`mixed ${n}`);
      const r = Point.BASE.multiply(n).toBytes();
      const k = number(sha512(concat(r, key, message))) % ORDER;
      const s = littleEndian((n + k * secret) % ORDER);
      const answer = verdict(key, message, concat(r, s));
      // Only where k cancels the torsion does the equation hold without the cofactor.
      expect(answer).toBe(k % 8n === 0n);
      answers.add(answer);
    }
    expect(answers).toEqual(new Set([true, false]));
  });

  it('takes only seeds of 32 bytes', () => {
    for (const crypto of [node, browser]) {
      expect(() => crypto.ed25519PublicKey(new Uint8Array(31))).toThrow(RangeError);
      expect(() => crypto.ed25519Sign(new Uint8Array(33), utf8('m'))).toThrow(RangeError);
    }
  });
});

describe('ML-DSA-44', () => {
  it.runIf(node.mlDsa44.available)('agrees with an independent implementation in both directions', () => {
    const seed = new Uint8Array(32).fill(5);
    const message = utf8('a message');
    const theirs = ml_dsa44.keygen(seed);
    expect(node.mlDsa44.publicKey(seed)).toEqual(theirs.publicKey);
    expect(ml_dsa44.verify(node.mlDsa44.sign(seed, message), message, theirs.publicKey)).toBe(true);
    const signature = ml_dsa44.sign(message, theirs.secretKey);
    expect(node.mlDsa44.verify(theirs.publicKey, message, signature)).toBe(true);
    expect(node.mlDsa44.verify(theirs.publicKey, utf8('another'), signature)).toBe(false);
  });

  it('refuses keys and signatures of another length', () => {
    expect(node.mlDsa44.verify(new Uint8Array(1311), utf8('m'), new Uint8Array(2420))).toBe(false);
    expect(node.mlDsa44.verify(new Uint8Array(1312), utf8('m'), new Uint8Array(2419))).toBe(false);
  });

  it('says in a browser that it is not there', () => {
    expect(browser.mlDsa44.available).toBe(false);
  });
});

import { constants, generateKeyPairSync, privateEncrypt, publicDecrypt, sign } from 'node:crypto';
import { concat, fromBase64Url, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeKey, type TestKey, testKey } from '../test/support/entities.ts';
import { rsaKeyOfBits } from '../test/support/rsa-key.ts';
import * as browser from './crypto-browser.ts';
import * as node from './crypto-node.ts';
import { ALGORITHMS, type Algorithm, fitsAlgorithm, verifySignature } from './signature.ts';

const keys = Object.fromEntries(ALGORITHMS.map((alg) => [alg, nodeKey(alg)])) as Record<Algorithm, TestKey>;
const message = utf8('what is signed');

/** What both runtimes say, which must be the same. */
function rsa(alg: 'RS256' | 'PS256', key: TestKey, text: Uint8Array, signature: Uint8Array): boolean {
  const { n, e } = key.jwk as { n: string; e: string };
  const raw = { n: fromBase64Url(n), e: fromBase64Url(e) };
  const verdict = browser.rsaVerify(alg, raw, text, signature);
  expect(node.rsaVerify(alg, raw, text, signature)).toBe(verdict);
  return verdict;
}
function es256(key: TestKey, text: Uint8Array, signature: Uint8Array): boolean {
  const { x, y } = key.jwk as { x: string; y: string };
  const raw = { x: fromBase64Url(x), y: fromBase64Url(y) };
  const verdict = browser.es256Verify(raw, text, signature);
  expect(node.es256Verify(raw, text, signature)).toBe(verdict);
  return verdict;
}

describe('a signature', () => {
  it.each(ALGORITHMS)('of %s verifies, and of no other message', (alg) => {
    const key = keys[alg];
    const signature = key.sign(message);
    expect(verifySignature(alg, key.jwk, message, signature)).toBe(true);
    expect(verifySignature(alg, key.jwk, utf8('what is not'), signature)).toBe(false);
  });

  it('verifies under no algorithm that the key is not for', () => {
    for (const signer of ALGORITHMS) {
      const signature = keys[signer].sign(message);
      for (const claimed of ALGORITHMS) {
        const same = (alg: string): boolean => alg === 'EdDSA' || alg === 'Ed25519';
        const fits = claimed === signer || (same(claimed) && same(signer));
        expect(verifySignature(claimed, keys[signer].jwk, message, signature)).toBe(fits);
      }
    }
  });

  it('verifies under no algorithm of another key type, though the key does not say what it is for', () => {
    for (const signer of ALGORITHMS) {
      const { alg: _, ...jwk } = keys[signer].jwk;
      const signature = keys[signer].sign(message);
      for (const claimed of ALGORITHMS) {
        if (keys[claimed].jwk.kty === jwk.kty) continue;
        expect(fitsAlgorithm(jwk, claimed)).toBe(false);
        expect(verifySignature(claimed, jwk, message, signature)).toBe(false);
      }
    }
  });

  it('of RS256 does not verify as PS256 though the key has no alg, nor the other way round', () => {
    for (const [signer, other] of [
      ['RS256', 'PS256'],
      ['PS256', 'RS256'],
    ] as const) {
      const { alg: _, ...jwk } = keys[signer].jwk;
      const signature = keys[signer].sign(message);
      expect(verifySignature(signer, jwk, message, signature)).toBe(true);
      expect(verifySignature(other, jwk, message, signature)).toBe(false);
    }
  });
});

describe('a key', () => {
  const { jwk } = testKey('a');
  it('verifies nothing where it is for encryption or for other operations', () => {
    expect(fitsAlgorithm({ ...jwk, use: 'enc' }, 'EdDSA')).toBe(false);
    expect(fitsAlgorithm({ ...jwk, key_ops: ['sign'] }, 'EdDSA')).toBe(false);
    expect(fitsAlgorithm({ ...jwk, key_ops: ['verify'] }, 'Ed25519')).toBe(true);
  });

  it('verifies nothing under another algorithm than it says it is for', () => {
    expect(fitsAlgorithm({ ...keys.RS256.jwk, alg: 'PS256' }, 'RS256')).toBe(false);
    expect(fitsAlgorithm({ ...keys.RS256.jwk, alg: 'RSA-OAEP' }, 'RS256')).toBe(false);
    expect(fitsAlgorithm({ ...jwk, alg: 'Ed25519' }, 'EdDSA')).toBe(true);
  });
});

describe('both runtimes', () => {
  it('take the same RSA signatures, PKCS #1 and PSS, and refuse each flipped bit', () => {
    for (const alg of ['RS256', 'PS256'] as const) {
      const key = keys[alg];
      const signature = key.sign(message);
      expect(rsa(alg, key, message, signature)).toBe(true);
      fc.assert(
        fc.property(fc.nat(8 * signature.length - 1), (bit) => {
          const changed = signature.slice();
          changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
          expect(rsa(alg, key, message, changed)).toBe(false);
        }),
        { numRuns: 40 },
      );
    }
  });

  it('refuse RSA signatures of other lengths, and numbers not below the modulus', () => {
    const key = keys.RS256;
    const signature = key.sign(message);
    const n = fromBase64Url((key.jwk as { n: string }).n);
    for (const wrong of [
      signature.slice(1),
      concat(new Uint8Array(1), signature),
      new Uint8Array(256),
      new Uint8Array(256).fill(0xff),
      n,
      new Uint8Array(0),
    ]) {
      expect(rsa('RS256', key, message, wrong)).toBe(false);
      expect(rsa('PS256', key, message, wrong)).toBe(false);
    }
  });

  it('refuse PSS with a salt of another length, and another hash', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = {
      ...keys.PS256,
      jwk: { ...keys.PS256.jwk, ...publicKey.export({ format: 'jwk' }) },
    } as TestKey;
    for (const saltLength of [0, 20, 33, 222]) {
      const signature = sign('sha256', message, { key: privateKey, padding: 6, saltLength });
      expect(rsa('PS256', key, message, signature)).toBe(false);
    }
    const sha512 = sign('sha512', message, { key: privateKey, padding: 6, saltLength: 32 });
    expect(rsa('PS256', key, message, sha512)).toBe(false);
    expect(rsa('RS256', key, message, sign('sha512', message, privateKey))).toBe(false);
    expect(rsa('RS256', key, message, sign('sha256', message, privateKey))).toBe(true);
  });

  it.each([2049, 2050, 2055, 2056, 3072])('take RSA keys of %i bits', (bits) => {
    const { privateKey, publicKey } = rsaKeyOfBits(bits);
    const key = {
      ...keys.PS256,
      jwk: { ...keys.PS256.jwk, ...publicKey.export({ format: 'jwk' }) },
    } as TestKey;
    const pss = { key: privateKey, padding: 6, saltLength: 32 };
    expect(rsa('PS256', key, message, sign('sha256', message, pss))).toBe(true);
    expect(rsa('RS256', key, message, sign('sha256', message, privateKey))).toBe(true);
  });

  it.each([
    [2048, 0x80],
    [2049, 0x01],
  ])('refuse PSS with a bit set that RFC 8017 says is zero, in keys of %i bits', (bits, bit) => {
    const { privateKey, publicKey } = rsaKeyOfBits(bits);
    const key = {
      ...keys.PS256,
      jwk: { ...keys.PS256.jwk, ...publicKey.export({ format: 'jwk' }) },
    } as TestKey;
    const modulus = Buffer.from(fromBase64Url((key.jwk as { n: string }).n));
    const raw = { padding: constants.RSA_NO_PADDING };
    // The encoding changes with the salt until it is below the modulus with the bit set.
    for (let tries = 0; tries < 500; tries++) {
      const signature = sign('sha256', message, { key: privateKey, padding: 6, saltLength: 32 });
      const encoded = publicDecrypt({ key: publicKey, ...raw }, signature);
      expect((encoded[0] as number) & bit).toBe(0);
      encoded[0] = (encoded[0] as number) | bit;
      if (encoded.compare(modulus) >= 0) continue;
      const forged = new Uint8Array(privateEncrypt({ key: privateKey, ...raw }, encoded));
      expect(rsa('PS256', key, message, signature)).toBe(true);
      expect(rsa('PS256', key, message, forged)).toBe(false);
      return;
    }
    throw new Error('no encoding fits: the modulus is unusually small');
  });

  it('take the same ECDSA signatures, and refuse each flipped bit and every odd length', () => {
    const key = keys.ES256;
    const signature = key.sign(message);
    expect(es256(key, message, signature)).toBe(true);
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const changed = signature.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(es256(key, message, changed)).toBe(false);
      }),
      { numRuns: 40 },
    );
    for (const wrong of [new Uint8Array(0), signature.slice(1), new Uint8Array(64), new Uint8Array(65)]) {
      expect(es256(key, message, wrong)).toBe(false);
    }
  });

  it('take no point that is not on the curve', () => {
    const { jwk } = keys.ES256;
    const off = { ...keys.ES256, jwk: { ...jwk, y: (jwk as { x: string }).x } } as TestKey;
    expect(es256(off, message, keys.ES256.sign(message))).toBe(false);
  });

  it('take the second spelling of an ECDSA signature alike: JOSE has no rule against it', () => {
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const signature = Buffer.from(keys.ES256.sign(message));
    const s = BigInt(`0x${signature.subarray(32).toString('hex')}`);
    const other = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
    expect(es256(keys.ES256, message, concat(signature.subarray(0, 32), other))).toBe(true);
  });
});

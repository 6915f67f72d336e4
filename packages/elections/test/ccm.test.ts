import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccmDecrypt, ccmEncrypt } from '../src/trustee/ccm.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('AES-256-CCM', () => {
  it('is what OpenSSL makes, for nonces of 12 and 13 bytes', () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.constantFrom(12, 13).chain(bytes),
        fc.uint8Array({ maxLength: 200 }),
        (key, nonce, text) => {
          const cipher = createCipheriv('aes-256-ccm', key, nonce, { authTagLength: 8 });
          const theirs = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
          expect(Buffer.from(ccmEncrypt(key, nonce, text)).equals(theirs)).toBe(true);
          expect(ccmDecrypt(key, nonce, theirs)).toEqual(text);
        },
      ),
    );
  });

  // RFC 3610, section 8, packet vectors 1 to 3: key, associated data and plaintext count up; the nonce differs.
  const countUp = (from: number, to: number) =>
    Uint8Array.from({ length: to - from + 1 }, (_, i) => from + i);
  it.each([
    ['00000003020100a0a1a2a3a4a5', 0x1e, '588c979a61c663d2f066d0c2c0f989806d5f6b61dac38417e8d12cfdf926e0'],
    ['00000004030201a0a1a2a3a4a5', 0x1f, '72c91a36e135f8cf291ca894085c87e3cc15c439c9e43a3ba091d56e10400916'],
    [
      '00000005040302a0a1a2a3a4a5',
      0x20,
      '51b1e5f44a197d1da46b0f8e2d282ae871e838bb64da8596574adaa76fbd9fb0c5',
    ],
  ])('is what RFC 3610 prints for the nonce %s', (nonce, last, expected) => {
    const [key, aad, text] = [countUp(0xc0, 0xcf), countUp(0, 7), countUp(8, last)];
    const sealed = ccmEncrypt(key, Buffer.from(nonce, 'hex'), text, aad);
    expect(Buffer.from(sealed).toString('hex')).toBe(expected);
    expect(ccmDecrypt(key, Buffer.from(nonce, 'hex'), sealed, aad)).toEqual(text);
    expect(ccmDecrypt(key, Buffer.from(nonce, 'hex'), sealed)).toBeUndefined();
  });

  it('opens nothing that was changed', () => {
    fc.assert(
      fc.property(
        bytes(32),
        bytes(13),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        (key, nonce, text, at) => {
          const sealed = ccmEncrypt(key, nonce, text);
          sealed[at % sealed.length]! ^= 1;
          expect(ccmDecrypt(key, nonce, sealed)).toBeUndefined();
        },
      ),
    );
  });

  it('opens nothing that is shorter than a tag', () => {
    expect(ccmDecrypt(new Uint8Array(32), new Uint8Array(13), new Uint8Array(7))).toBeUndefined();
  });
});

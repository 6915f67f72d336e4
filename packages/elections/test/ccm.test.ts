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

import { utf8 } from '@koinon/transparency-log';
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';
import { describe, expect, it } from 'vitest';
import {
  jwkFromPublicKey,
  publicKeyFromJwk,
  RECORD_TYP,
  signRecord,
  thumbprint,
  verifyRecord,
} from '../../src/index.ts';
import { payload, signer } from '../support/alliance.ts';

describe('jose', () => {
  it('verifies our records', async () => {
    const jws = signRecord(payload(1), signer);
    const key = await importJWK({ ...jwkFromPublicKey(signer.publicKey), alg: 'EdDSA' });
    const verified = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    expect(JSON.parse(new TextDecoder().decode(verified.payload))).toEqual(payload(1));
    expect(verified.protectedHeader).toEqual({ alg: 'EdDSA', kid: signer.kid, typ: RECORD_TYP });
  });

  it.each(['EdDSA', 'Ed25519'])('signs with %s what we verify', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const jwk = { ...(await exportJWK(publicKey)) };
    const jws = await new CompactSign(utf8(JSON.stringify(payload(2))))
      .setProtectedHeader({ alg, kid: thumbprint(jwk), typ: RECORD_TYP })
      .sign(privateKey);
    expect(verifyRecord(jws, publicKeyFromJwk(jwk)).payload).toEqual(payload(2));
  });

  it('names keys as we do', async () => {
    const jwk = jwkFromPublicKey(signer.publicKey);
    expect(await calculateJwkThumbprint(jwk)).toBe(thumbprint(jwk));
  });
});

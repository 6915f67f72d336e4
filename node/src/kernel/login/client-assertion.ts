import { randomUUID } from 'node:crypto';
import { type Clock, unixSeconds } from '../clock.ts';
import type { Keys } from '../keys/keys.ts';
import { ALGORITHM, providerSigners } from './provider/signing-keys.ts';

/** In seconds: the request goes out at once. */
const LIFETIME = 60;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Puts the proof of this node into a request to a provider. */
export function proveClient(
  services: { keys: Pick<Keys, 'signers'>; clock: Clock },
  body: URLSearchParams,
  who: { client: string; audience: string },
): void {
  body.set('client_id', who.client);
  body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
  body.set('client_assertion', clientAssertion(services, who));
}

/**
 * Proves to a provider that this node asks (RFC 7523; FAPI 2.0 section 5.3.2.1: the audience is the issuer). Signed by the
 * node's own signer, so that the key stays where it is.
 */
export function clientAssertion(
  { keys, clock }: { keys: Pick<Keys, 'signers'>; clock: Clock },
  { client, audience }: { client: string; audience: string },
): string {
  const now = unixSeconds(clock);
  const [signer] = providerSigners(keys, now);
  const header = { alg: ALGORITHM, kid: signer.id, typ: 'client-authentication+jwt' };
  const claims = {
    iss: client,
    sub: client,
    aud: audience,
    jti: randomUUID(),
    iat: now,
    nbf: now,
    exp: now + LIFETIME,
  };
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${Buffer.from(signer.sign(Buffer.from(signed))).toString('base64url')}`;
}

import { type KeySpan, type KeysBody, publicKeyFromJwk, thumbprint } from './keys.ts';

/**
 * The record keys of a log after one more `kernel/keys@1` entry at `index`. The entry lists every key that is valid from
 * itself on: new ones begin at `index`, those it leaves out or revokes still cover the entry itself (one of them may have
 * signed it) and end behind it. Keys whose `kid` is not their RFC 7638 thumbprint are left out.
 *
 * @example applyKeys([], { keys: [{ kid: thumbprint(jwk), jwk }] }, 0) // [{ kid, publicKey, fromIndex: 0, untilIndex: null }]
 */
export function applyKeys(spans: readonly KeySpan[], body: KeysBody, index: number): KeySpan[] {
  const revoked = new Set(body.revoked);
  const listed = new Map(
    body.keys
      .filter(({ kid, jwk }) => kid === thumbprint(jwk) && !revoked.has(kid))
      .map(({ kid, jwk }) => [kid, publicKeyFromJwk(jwk)]),
  );
  const kept = spans.map((span) => {
    if (span.untilIndex !== null) return span;
    if (!listed.delete(span.kid)) return { ...span, untilIndex: index + 1 };
    return span;
  });
  const added = [...listed].map(([kid, publicKey]) => ({
    kid,
    publicKey,
    fromIndex: index,
    untilIndex: null,
  }));
  return [...kept, ...added];
}

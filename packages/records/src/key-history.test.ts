import { ed25519PublicKey } from '@koinon/transparency-log/crypto';
import { describe, expect, it } from 'vitest';
import { applyKeys } from './key-history.ts';
import { jwkFromPublicKey, recordKeyAt, thumbprint } from './keys.ts';

function key(seed: number) {
  const jwk = jwkFromPublicKey(ed25519PublicKey(new Uint8Array(32).fill(seed)));
  return { kid: thumbprint({ ...jwk }), jwk };
}
const [first, second] = [key(1), key(2)];

describe('the record keys of a log', () => {
  it('begin with those of entry 0', () => {
    const spans = applyKeys([], { keys: [first] }, 0);
    expect(spans).toMatchObject([{ kid: first.kid, fromIndex: 0, untilIndex: null }]);
  });

  it('overlap while both are listed', () => {
    const spans = applyKeys(applyKeys([], { keys: [first] }, 0), { keys: [first, second] }, 7);
    expect(recordKeyAt(spans, second.kid, 6)).toBeNull();
    expect(recordKeyAt(spans, second.kid, 7)?.kid).toBe(second.kid);
    expect(recordKeyAt(spans, first.kid, 100)?.kid).toBe(first.kid);
  });

  it('end behind the entry that leaves them out, which they may still sign', () => {
    const spans = applyKeys(applyKeys([], { keys: [first] }, 0), { keys: [second] }, 7);
    expect(recordKeyAt(spans, first.kid, 7)?.kid).toBe(first.kid);
    expect(recordKeyAt(spans, first.kid, 8)).toBeNull();
  });

  it('end behind the entry that revokes them, even if it lists them too', () => {
    const spans = applyKeys(
      applyKeys([], { keys: [first, second] }, 0),
      { keys: [first, second], revoked: [first.kid] },
      7,
    );
    expect(recordKeyAt(spans, first.kid, 8)).toBeNull();
    expect(recordKeyAt(spans, second.kid, 8)?.kid).toBe(second.kid);
  });

  it('can come back later as a span of their own', () => {
    const twice = applyKeys(applyKeys([], { keys: [first] }, 0), { keys: [second] }, 7);
    const spans = applyKeys(twice, { keys: [first, second] }, 9);
    expect(recordKeyAt(spans, first.kid, 8)).toBeNull();
    expect(recordKeyAt(spans, first.kid, 9)?.fromIndex).toBe(9);
  });

  it('are those whose name is their thumbprint', () => {
    expect(applyKeys([], { keys: [{ kid: 'mine', jwk: first.jwk }] }, 0)).toEqual([]);
  });
});

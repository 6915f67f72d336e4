import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwksOf, NOW, TestEntity, type TestKey, testKey } from '../test/support/entities.ts';
import { TrustError } from './error.ts';
import { acceptHandOver, signHandOver } from './hand-over.ts';
import { acceptKeys, anchorsAt, PIN_OVERLAP, type Pin, pinAnchor, pinnedJwks, unpinKey } from './pin.ts';

const DAY = 86_400;

function refusal(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    return error.code;
  }
}
const kids = (pin: Pin, now = NOW): string[] => pinnedJwks(pin, now).keys.map(({ kid }) => kid);

function pinned() {
  const anchor = new TestEntity('anchor.example');
  const [old, next] = [anchor.key, testKey('next')];
  /** The anchor's configuration with these keys, signed by the first or by `key`. */
  const configuration = (keys: TestKey[], { key = keys[0] as TestKey, at = NOW } = {}): string => {
    anchor.keys = keys;
    anchor.key = key;
    anchor.rest.iat = at;
    return anchor.configuration();
  };
  return { anchor, old, next, pin: pinAnchor(anchor.id, jwksOf(old), NOW - DAY), configuration };
}

describe('a pinned anchor', () => {
  it('counts with the keys it was pinned with', () => {
    const { pin, anchor, old } = pinned();
    expect(anchorsAt([pin], NOW)).toEqual(new Map([[anchor.id, jwksOf(old)]]));
  });

  it('is not changed by a configuration that lists the same keys again', () => {
    const { pin, old, configuration } = pinned();
    const seen = acceptKeys(pin, configuration([old]), NOW);
    expect(seen.keys).toEqual(pin.keys);
    expect(acceptKeys(seen, configuration([old]), NOW)).toBe(seen);
  });

  it('takes a new key in that the old one vouches for', () => {
    const { pin, old, next, configuration } = pinned();
    expect(kids(acceptKeys(pin, configuration([old, next]), NOW))).toEqual([old.kid, next.kid]);
  });

  it('keeps a key that is no longer listed for 30 days, then lets it go', () => {
    const { pin, old, next, configuration } = pinned();
    const both = acceptKeys(pin, configuration([old, next]), NOW);
    const after = acceptKeys(both, configuration([next]), NOW);
    expect(kids(after, NOW + PIN_OVERLAP - 1)).toEqual([old.kid, next.kid]);
    expect(kids(after, NOW + PIN_OVERLAP)).toEqual([next.kid]);
    const later = NOW + PIN_OVERLAP + DAY;
    expect(acceptKeys(after, configuration([next], { at: later }), later).keys).toHaveLength(1);
  });

  it('does not let a key in that signs for itself', () => {
    const { pin, next, old, configuration } = pinned();
    expect(refusal(() => acceptKeys(pin, configuration([next]), NOW))).toBe('unknown-kid');
    expect(refusal(() => acceptKeys(pin, configuration([old, next], { key: next }), NOW))).toBe(
      'unknown-kid',
    );
  });

  it('lets a key that is being retired verify, but bring no other in and not itself back', () => {
    const { pin, old, next, configuration } = pinned();
    const both = acceptKeys(pin, configuration([old, next]), NOW);
    const after = acceptKeys(both, configuration([next]), NOW);
    const [later, evil] = [NOW + DAY, testKey('evil')];
    for (const keys of [[old, evil], [old, next], [old]]) {
      const jws = configuration(keys, { at: later });
      expect(refusal(() => acceptKeys(after, jws, later))).toBe('retiring-key');
    }
  });

  it('lets the anchor take a key back that it had dropped', () => {
    const { pin, old, next, configuration } = pinned();
    const after = acceptKeys(acceptKeys(pin, configuration([old, next]), NOW), configuration([next]), NOW);
    const back = acceptKeys(after, configuration([next, old], { at: NOW + DAY }), NOW + DAY);
    expect(back.keys.every(({ until }) => until === null)).toBe(true);
  });

  it('is not changed by an older configuration, one of the future, or one that has expired', () => {
    const { pin, old, next, configuration } = pinned();
    const replayed = configuration([old, next], { at: NOW - 10 });
    const after = acceptKeys(pin, configuration([old]), NOW);
    expect(refusal(() => acceptKeys(after, replayed, NOW))).toBe('stale');
    const ahead = configuration([old, next], { at: NOW + 61 });
    expect(refusal(() => acceptKeys(pin, ahead, NOW))).toBe('issued-in-future');
    expect(refusal(() => acceptKeys(pin, replayed, NOW + 2 * DAY))).toBe('expired');
  });

  it('is not changed by the configuration of another entity', () => {
    const { pin, old } = pinned();
    const other = new TestEntity('other.example');
    other.key = old;
    other.keys = [old];
    expect(refusal(() => acceptKeys(pin, other.configuration(), NOW))).toBe('other-entity');
  });

  it('takes no other key under a known name', () => {
    const { pin, old, next, configuration } = pinned();
    const both = acceptKeys(pin, configuration([old, next]), NOW);
    const swapped = testKey('swapped');
    const disguised = { ...swapped, kid: next.kid, jwk: { ...swapped.jwk, kid: next.kid } };
    expect(refusal(() => acceptKeys(both, configuration([old, disguised]), NOW))).toBe('reused-key');
  });

  it('loses a key at once that is known to be lost, and counts no more without keys', () => {
    const { pin, old } = pinned();
    const without = unpinKey(pin, old.kid);
    expect(kids(without)).toEqual([]);
    expect(anchorsAt([without], NOW).size).toBe(0);
  });

  it('always has a key that its anchor holds, whatever honest changes it goes through', () => {
    const keys = Array.from({ length: 5 }, (_, i) => testKey(`k${i}`));
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 8 }), (gaps) => {
        const { anchor } = pinned();
        let current = [keys[0] as TestKey];
        let pin = pinAnchor(anchor.id, jwksOf(...current), NOW);
        let now = NOW;
        for (const [i, gap] of gaps.entries()) {
          const [signer] = current as [TestKey];
          const added = keys[(i + 1) % keys.length] as TestKey;
          now += gap * DAY + 1;
          for (const list of [[signer, added], [added]].filter(() => added !== signer)) {
            Object.assign(anchor, { keys: list, key: list.includes(signer) ? signer : added });
            anchor.rest.iat = now;
            pin = acceptKeys(pin, anchor.configuration(), now);
            current = list;
          }
          expect(kids(pin, now)).toContain((current[0] as TestKey).kid);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the hand-over of an alliance', () => {
  const from = 'https://old.example/alliances/north';
  const to = 'https://new.example/alliances/north';
  const [oldKey, newKey] = [testKey('old host'), testKey('new host')];
  const pins = [pinAnchor(from, jwksOf(oldKey), NOW - DAY)];
  const handOver = (change: object = {}, key = oldKey): string =>
    signHandOver({ from, to, jwks: jwksOf(newKey), iat: NOW, ...change }, key);
  const byId = (list: readonly Pin[], id: string): Pin | undefined => list.find((p) => p.entityId === id);

  it('pins the new entity and keeps the old one for 30 days', () => {
    const after = acceptHandOver(pins, handOver(), NOW);
    expect([...anchorsAt(after, NOW + PIN_OVERLAP - 1).keys()].sort()).toEqual([to, from].sort());
    expect([...anchorsAt(after, NOW + PIN_OVERLAP).keys()]).toEqual([to]);
    expect(byId(after, from)?.successor).toBe(to);
    expect(byId(after, to)).toMatchObject({ predecessor: from, until: null });
    expect(anchorsAt(after, NOW).get(to)).toEqual(jwksOf(newKey));
  });

  it('is heard by a member that was away for weeks', () => {
    expect(refusal(() => acceptHandOver(pins, handOver(), NOW + 60 * DAY))).toBeNull();
  });

  it('changes nothing when it is heard again', () => {
    const after = acceptHandOver(pins, handOver(), NOW);
    expect(acceptHandOver(after, handOver(), NOW + DAY)).toBe(after);
  });

  it('happens once: the old keys cannot give the alliance away again', () => {
    const after = acceptHandOver(pins, handOver(), NOW);
    const elsewhere = handOver({ to: 'https://evil.example', jwks: jwksOf(testKey('evil')) });
    expect(refusal(() => acceptHandOver(after, elsewhere, NOW))).toBe('already-handed-over');
    const otherKeys = handOver({ jwks: jwksOf(testKey('evil')) });
    expect(refusal(() => acceptHandOver(after, otherKeys, NOW))).toBe('already-handed-over');
  });

  it('can go on from the new host, and come back with new keys', () => {
    const after = acceptHandOver(pins, handOver(), NOW);
    const third = testKey('third');
    const back = signHandOver({ from: to, to: from, jwks: jwksOf(third), iat: NOW + DAY }, newKey);
    const returned = acceptHandOver(after, back, NOW + DAY);
    expect(anchorsAt(returned, NOW + DAY).get(from)).toEqual(jwksOf(third));
    expect([...anchorsAt(returned, NOW + DAY + PIN_OVERLAP).keys()]).toEqual([from]);
  });

  it.each([
    ['is signed by a stranger', handOver({}, testKey('evil')), 'unknown-kid'],
    ['is signed by the new host', handOver({}, newKey), 'unknown-kid'],
    ['comes from an anchor that is not pinned', handOver({ from: 'https://x.example' }), 'unknown-anchor'],
    ['keeps the old keys', handOver({ jwks: jwksOf(newKey, oldKey) }), 'reused-key'],
    ['is of the future', handOver({ iat: NOW + 61 }), 'issued-in-future'],
  ])('is refused where it %s', (_title, jws, code) => {
    expect(refusal(() => acceptHandOver(pins, jws, NOW))).toBe(code);
  });

  it('is refused from a key that is being retired, and after the old pin has ended', () => {
    const [pin] = pins as [Pin];
    const retiring = { ...pin, keys: pin.keys.map((key) => ({ ...key, until: NOW + DAY })) };
    expect(refusal(() => acceptHandOver([retiring], handOver(), NOW))).toBe('retiring-key');
    const ended = { ...pin, until: NOW };
    expect(refusal(() => acceptHandOver([ended], handOver(), NOW))).toBe('unknown-anchor');
  });

  it('leaves the keys alone of an anchor that is pinned in its own right', () => {
    const known = pinAnchor(to, jwksOf(testKey('out of band')), NOW - DAY);
    const after = acceptHandOver([...pins, known], handOver(), NOW);
    expect(byId(after, to)).toBe(known);
  });

  it('is not made to the same entity, or to what is no entity', () => {
    expect(refusal(() => handOver({ to: from }))).toBe('same-entity');
    expect(refusal(() => handOver({ to: 'north' }))).toBe('invalid-claims');
    expect(refusal(() => handOver({ jwks: { keys: [] } }))).toBe('invalid-claims');
  });
});

import type { TrustAnchors } from './chain.ts';
import { PinError } from './error.ts';
import { jwkThumbprint } from './jwk.ts';
import type { Jwks, NamedJwk } from './jwks.ts';
import { verifyJwt } from './jwt.ts';
import { parseConfiguration } from './statement.ts';
import { checkTimes } from './time.ts';

/** How long what is replaced stays pinned beside what replaces it, in seconds. */
export const PIN_OVERLAP = 30 * 86_400;

/** A pinned key. `until` is null while the anchor lists it; then it verifies until that time, and introduces no key. */
export interface PinnedKey {
  jwk: NamedJwk;
  since: number;
  until: number | null;
}

/** An anchor as it is pinned: a name and the keys that count for it. Times are seconds since 1970. */
export interface Pin {
  entityId: string;
  keys: readonly PinnedKey[];
  /** `iat` of the newest configuration that was accepted; an older one changes nothing. */
  seen: number;
  /** When the pin ends, once the anchor has handed over. */
  until: number | null;
  successor: string | null;
  predecessor: string | null;
}

/**
 * Pins an anchor with keys that came out of band.
 *
 * @example const pin = pinAnchor('https://host.example/alliances/north', parseJwks(invitation.jwks), now)
 */
export function pinAnchor(entityId: string, jwks: Jwks, now: number, predecessor: string | null = null): Pin {
  return {
    entityId,
    keys: jwks.keys.map((jwk) => ({ jwk, since: now, until: null })),
    seen: 0,
    until: null,
    successor: null,
    predecessor,
  };
}

function inForce({ until }: { until: number | null }, now: number): boolean {
  return until === null || now < until;
}

/** Keys of a pin that verify at `now`. */
export function pinnedJwks(pin: Pin, now: number): Jwks {
  return { keys: pin.keys.filter((key) => inForce(key, now)).map(({ jwk }) => jwk) };
}

/**
 * The anchors that count at `now`, for `validateChain`.
 *
 * @example validateChain(statements, { anchors: anchorsAt(pins, now), now })
 */
export function anchorsAt(pins: readonly Pin[], now: number): TrustAnchors {
  const entries = pins
    .filter((pin) => inForce(pin, now))
    .map((pin) => [pin.entityId, pinnedJwks(pin, now)] as const);
  return new Map(entries.filter(([, { keys }]) => keys.length > 0));
}

function checkSameKey(known: NamedJwk, listed: NamedJwk): void {
  if (jwkThumbprint(known) !== jwkThumbprint(listed)) {
    throw new PinError('reused-key', `two keys are called ${known.kid}`);
  }
}

/** The keys after a configuration lists others: new ones come in, missing ones stay for the overlap, ended ones go. */
function nextKeys(pin: Pin, listed: Jwks, now: number): PinnedKey[] {
  const byKid = new Map(listed.keys.map((jwk) => [jwk.kid, jwk]));
  const kept = pin.keys.flatMap((key): PinnedKey[] => {
    const jwk = byKid.get(key.jwk.kid);
    if (jwk) {
      checkSameKey(key.jwk, jwk);
      byKid.delete(jwk.kid);
      return [{ ...key, until: null }];
    }
    if (!inForce(key, now)) return [];
    return [{ ...key, until: key.until ?? now + PIN_OVERLAP }];
  });
  return [...kept, ...[...byKid.values()].map((jwk) => ({ jwk, since: now, until: null }))];
}

/** Whether the anchor's key set is as it was. */
function sameKeys(a: readonly PinnedKey[], b: readonly PinnedKey[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ jwk, until }, i) => jwk.kid === b[i]?.jwk.kid && until === b[i]?.until)
  );
}

/**
 * Follows an anchor's change of keys: its configuration, signed with a pinned key, lists the keys from now on. New keys are
 * pinned at once, those it leaves out verify for 30 more days. Old signs new: a key that is itself being retired verifies, but
 * brings no other in, and a configuration older than the last one changes nothing.
 *
 * @throws JwtError, StatementError as `parseConfiguration` and for a key that is not pinned; PinError `stale`, `retiring-key`,
 * `reused-key`
 * @example const next = acceptKeys(pin, configurationOfAnchor, now)
 */
export function acceptKeys(pin: Pin, jws: string, now: number): Pin {
  const statement = parseConfiguration(jws, pin.entityId);
  const { claims, header } = statement;
  verifyJwt(statement, pinnedJwks(pin, now));
  checkTimes(claims, now);
  if (claims.iat < pin.seen) throw new PinError('stale', `a configuration of ${pin.seen} is known`);
  const keys = nextKeys(pin, claims.jwks, now);
  const signer = pin.keys.find(({ jwk }) => jwk.kid === header.kid);
  const same = sameKeys(
    pin.keys.filter((key) => inForce(key, now)),
    keys,
  );
  if (!same && signer?.until !== null) {
    throw new PinError('retiring-key', `${header.kid} is being retired and changes no keys`);
  }
  return same && claims.iat === pin.seen ? pin : { ...pin, keys, seen: claims.iat };
}

/**
 * Takes a key out at once: for one that is known to be lost. The anchor's other keys stay.
 *
 * @example const safe = unpinKey(pin, kid)
 */
export function unpinKey(pin: Pin, kid: string): Pin {
  return { ...pin, keys: pin.keys.filter(({ jwk }) => jwk.kid !== kid) };
}

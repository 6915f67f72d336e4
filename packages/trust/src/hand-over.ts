import * as z from 'zod';
import { entityIdSchema } from './entity-id.ts';
import { KeyError, PinError } from './error.ts';
import { jwkThumbprint } from './jwk.ts';
import { type Jwks, parseJwks } from './jwks.ts';
import { JWT_KINDS, type JwtSigner, type ParsedJwt, parseJwt, signJwt, verifyJwt } from './jwt.ts';
import { PIN_OVERLAP, type Pin, pinAnchor } from './pin.ts';
import { checkTimes, secondsSchema } from './time.ts';

const claimsSchema = z.looseObject({
  iss: entityIdSchema,
  sub: entityIdSchema,
  iat: secondsSchema,
  exp: secondsSchema.optional(),
  jwks: z.unknown(),
});

/** An alliance moves to another host: its new name and keys, in the words of the old. */
export interface HandOver {
  from: string;
  to: string;
  jwks: Jwks;
  /** Seconds since 1970. */
  iat: number;
}

/**
 * Makes and signs the hand-over of an alliance, with the key of the host that gives it away.
 *
 * @throws JwtError; PinError, KeyError as `parseHandOver`
 * @example const jws = signHandOver({ from: old, to: next, jwks: newKeys, iat }, oldSigner)
 */
export function signHandOver({ from, to, jwks, iat }: HandOver, signer: JwtSigner): string {
  const jws = signJwt(JWT_KINDS.handOver, { iss: from, sub: to, iat, jwks }, signer);
  parseHandOver(jws);
  return jws;
}

/**
 * Reads a hand-over without checking who signed it.
 *
 * @throws JwtError; PinError `invalid-claims`, `same-entity`
 * @example const { handOver } = parseHandOver(jws)
 */
export function parseHandOver(jws: string): { parsed: ParsedJwt; handOver: HandOver & { exp?: number } } {
  const parsed = parseJwt(jws, JWT_KINDS.handOver);
  const read = claimsSchema.safeParse(parsed.claims);
  if (!read.success) throw new PinError('invalid-claims', z.prettifyError(read.error));
  const { iss: from, sub: to, iat, exp } = read.data;
  if (from === to) throw new PinError('same-entity', 'keys of the same entity change in its configuration');
  return { parsed, handOver: { from, to, iat, jwks: keysOf(read.data.jwks), ...(exp && { exp }) } };
}

function keysOf(value: unknown): Jwks {
  try {
    return parseJwks(value);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw new PinError('invalid-claims', `jwks: ${error.code}: ${error.message}`);
  }
}

function thumbprints(keys: readonly Readonly<Record<string, unknown>>[]): string[] {
  return keys.map(jwkThumbprint).sort();
}

function checkRepeat(old: Pin, { to, jwks }: HandOver, pins: readonly Pin[]): readonly Pin[] {
  const known = pins.find(({ entityId }) => entityId === to);
  const pinned = thumbprints(known?.keys.map(({ jwk }) => jwk) ?? []);
  if (old.successor === to && thumbprints(jwks.keys).every((key) => pinned.includes(key))) return pins;
  throw new PinError('already-handed-over', `${old.entityId} went to ${old.successor} before`);
}

/**
 * Follows an alliance to its new host: the new entity is pinned with the new keys, the old one stays pinned for 30 days. The
 * hand-over must be signed with a key that the old host lists (not one being retired), the new keys must be new, and an
 * alliance is handed over once: a second hand-over to somewhere else is refused, whoever holds the old keys.
 *
 * @throws JwtError; PinError `unknown-anchor`, `retiring-key`, `already-handed-over`, `reused-key` and as `parseHandOver`
 * @example const pins = acceptHandOver(pinsOfThisNode, jws, now)
 */
export function acceptHandOver(pins: readonly Pin[], jws: string, now: number): readonly Pin[] {
  const { parsed, handOver } = parseHandOver(jws);
  const old = pins.find(
    ({ entityId, until }) => entityId === handOver.from && (until === null || now < until),
  );
  if (!old) throw new PinError('unknown-anchor', `${handOver.from} is not pinned`);
  const signer = old.keys.find(({ jwk }) => jwk.kid === parsed.header.kid);
  if (signer && signer.until !== null)
    throw new PinError('retiring-key', `${signer.jwk.kid} is being retired`);
  verifyJwt(parsed, { keys: old.keys.map(({ jwk }) => jwk) });
  checkTimes(handOver, now);
  if (old.successor !== null) return checkRepeat(old, handOver, pins);
  const before = thumbprints(old.keys.map(({ jwk }) => jwk));
  if (thumbprints(handOver.jwks.keys).some((key) => before.includes(key))) {
    throw new PinError('reused-key', 'the new host has keys of its own');
  }
  const known = pins.find(({ entityId }) => entityId === handOver.to);
  // An anchor that is pinned in its own right keeps the keys it is pinned with; one that came back gets the new ones.
  const next =
    known && known.successor === null ? known : pinAnchor(handOver.to, handOver.jwks, now, handOver.from);
  return [
    ...pins.filter((pin) => pin !== old && pin !== known),
    { ...old, until: now + PIN_OVERLAP, successor: handOver.to },
    next,
  ];
}

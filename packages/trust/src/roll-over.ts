import { findKey, type Jwks } from './jwks.ts';
import { verifyJwt } from './jwt.ts';
import { parseConfiguration } from './statement.ts';
import { CLOCK_SKEW, checkTimes } from './time.ts';

/** A federation key of our own. Times are seconds since 1970. */
export interface OwnKey {
  kid: string;
  /** Since when our configuration lists it. */
  listedSince: number;
  /** Latest `exp` of what it has signed; null where it never signed. */
  lastExp: number | null;
}

/** Which key signs now, and what may become of the others. */
export interface KeyPlan {
  /** The newest key that everybody who verifies us knows. */
  signer: string;
  /** Newer keys that are listed and wait until they are known. */
  waiting: readonly string[];
  /** Older keys that still have to be listed: something they signed is in its time. */
  overlapping: readonly string[];
  /** Older keys that can be taken out of the configuration. */
  retirable: readonly string[];
}

/**
 * What an entity's keys are for during a roll-over. A new key is listed first, in the own configuration and by every superior,
 * and signs only then; the old one stays listed until the last thing it signed has expired. `keys` are ours, the oldest first;
 * `superiors` the keys that each superior's current statement lists for us; `overlap` the seconds for which a key must have
 * been listed before it signs (an anchor, whom its members pin, waits as long as their pins overlap).
 *
 * @throws RangeError where there is no key
 * @example const { signer, retirable } = planKeys(keys, { superiors, overlap: 0, now })
 */
export function planKeys(
  keys: readonly OwnKey[],
  { superiors, overlap, now }: { superiors: readonly Jwks[]; overlap: number; now: number },
): KeyPlan {
  const isKnown = ({ kid, listedSince }: OwnKey): boolean =>
    now >= listedSince + overlap && superiors.every((jwks) => findKey(jwks, kid));
  const newestKnown = keys.findLastIndex(isKnown);
  // Nobody knows any key yet, as on the first day: the oldest signs.
  const at = newestKnown === -1 ? 0 : newestKnown;
  const signer = keys[at];
  if (!signer) throw new RangeError('an entity has a key');
  const older = keys.slice(0, at);
  const isOver = ({ lastExp }: OwnKey): boolean => lastExp === null || now >= lastExp + CLOCK_SKEW;
  const kids = (list: readonly OwnKey[]): string[] => list.map(({ kid }) => kid);
  return {
    signer: signer.kid,
    waiting: kids(keys.slice(at + 1)),
    overlapping: kids(older.filter((key) => !isOver(key))),
    retirable: kids(older.filter(isOver)),
  };
}

/**
 * The keys that a superior states about a subordinate from now on: those that the subordinate's configuration lists, where a
 * key that the superior states already has signed it. Old signs new.
 *
 * @throws JwtError, StatementError
 * @example const jwks = followKeys(stated, { jws: configuration, subject, now })
 */
export function followKeys(
  stated: Jwks,
  { jws, subject, now }: { jws: string; subject: string; now: number },
): Jwks {
  const statement = parseConfiguration(jws, subject);
  verifyJwt(statement, stated);
  checkTimes(statement.claims, now);
  return statement.claims.jwks;
}

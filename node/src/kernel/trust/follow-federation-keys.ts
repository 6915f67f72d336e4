import {
  type EntityStatement,
  findKey,
  followKeys,
  type Jwks,
  jwkThumbprint,
  TrustError,
  type TrustStep,
  verifyJwt,
} from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import { readSubordinate, type StatedKeys, type Subordinate } from '../federation/index.ts';
import type { Kernel } from '../kernel.ts';
import type { KeysInLog } from './entity-keys.ts';
import { Untrusted } from './error.ts';
import { readConfigurationOf } from './meet-entity.ts';

/** What became of the federation keys with which we state a partner. */
export interface FollowedKeys {
  /** The keys to state from now on, and the configuration that lists them; null where they stay. */
  next: (StatedKeys & { configuration: string }) | null;
  before: Jwks;
  /** What was held against what. */
  steps: TrustStep[];
}

const none: Jwks = { keys: [] };

/** Whether a set holds this very key, under whatever name. */
function holds(set: Jwks, key: Jwks['keys'][number]): boolean {
  const print = jwkThumbprint(key);
  return set.keys.some((other) => jwkThumbprint(other) === print);
}

/**
 * Follows the federation keys of a partner: a key that we state signs a configuration that lists others, and the partner's log
 * tells the same. A key that only one of the two tells is not taken. Where we have been away while the keys changed, the log
 * alone vouches, since what signs there we have checked from the first record on.
 */
export async function followFederationKeys(
  kernel: Kernel,
  node: string,
  inLog: KeysInLog | null,
): Promise<FollowedKeys> {
  const row = await readSubordinate(kernel.db, kernel.identity.origin, node);
  return judgeKeys(kernel, node, { row, inLog, configuration: await configurationOf(kernel, node) });
}

/** As `followFederationKeys`, of an entity whose configuration was read already, and whoever states it. */
export function judgeKeys(
  kernel: Pick<Kernel, 'clock'>,
  node: string,
  held: { row: Subordinate | null; inLog: KeysInLog | null; configuration: EntityStatement | null },
): FollowedKeys {
  const { row, inLog, configuration } = held;
  const before = row?.jwks ?? none;
  // Why there is none, or why it does not hold, is for the resolution to say.
  if (configuration === null) return { next: null, before, steps: [] };
  const listed = listedKeys(kernel, row, inLog, configuration);
  if (listed === null) return { next: null, before, steps: [] };
  const unknown = listed.keys.filter((key) => !holds(before, key) && inLog && !holds(inLog.federation, key));
  const kids = unknown.map(({ kid }) => kid);
  if (kids.length > 0) {
    return { next: null, before, steps: [step(node, 'key-not-in-log', { kids })] };
  }
  const steps = inLog ? [step(node, null, { kids: inLog.federation.keys.map(({ kid }) => kid) })] : [];
  const same = listed.keys.length === before.keys.length && listed.keys.every((key) => holds(before, key));
  if (same && row) return { next: null, before, steps };
  const source = row?.source ?? 'log';
  const next = { jwks: listed, source, seen: configuration.claims.iat, configuration: configuration.jws };
  return { next, before, steps };
}

async function configurationOf(kernel: Kernel, node: string): Promise<EntityStatement | null> {
  try {
    return await readConfigurationOf(kernel, node);
  } catch (error) {
    if (error instanceof Untrusted) return null;
    throw error;
  }
}

/** The keys that the configuration lists, where somebody vouches for it; null where nobody does. */
function listedKeys(
  { clock }: Pick<Kernel, 'clock'>,
  row: Subordinate | null,
  inLog: KeysInLog | null,
  configuration: EntityStatement,
): Jwks | null {
  const { jws, claims, header } = configuration;
  if (row && claims.iat < Number(row.seen)) return null;
  if (row && findKey(row.jwks, header.kid)) {
    try {
      return followKeys(row.jwks, { jws, subject: claims.sub, now: unixSeconds(clock) });
    } catch (error) {
      if (error instanceof TrustError) return null;
      throw error;
    }
  }
  if (inLog === null) return null;
  try {
    verifyJwt(configuration, inLog.federation);
    return claims.jwks;
  } catch (error) {
    if (error instanceof TrustError) return null;
    throw error;
  }
}

function step(node: string, cause: string | null, data: TrustStep['data']): TrustStep {
  return { code: 'log-keys', ok: cause === null, entity: node, cause, data };
}

import { type Jwks, parseJwks, TrustError } from '@koinon/trust';
import { z } from 'zod';
import { advisoryLock } from '../database/advisory-lock.ts';
import { jwksOf } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { logSigners, witnessCosigners } from '../keys/vkeys.ts';
import { historyOf } from '../log/history.ts';
import type { RecordKind } from '../module/module.ts';
import { latestOf } from './publish-partner.ts';
import type { Partner } from './trust-store.ts';

/** The keys by which others know this node, besides its record keys: published before they are used. */
export const ENTITY_KEYS = 'kernel/entity-keys@1';
/** Subject of all such records of a node. */
export const ENTITY_KEYS_SUBJECT = '/keys/entity';

const vkeys = z.array(z.string().max(4096)).max(32);
export const entityKeysBodySchema = z.looseObject({
  federation: z.looseObject({ keys: z.array(z.looseObject({})).min(1).max(32) }),
  log: vkeys,
  witness: vkeys,
});
export type EntityKeysBody = z.infer<typeof entityKeysBodySchema>;

/** Every node publishes them, also one that has no partners yet. */
export const entityKeysKind: RecordKind<EntityKeysBody> = {
  kind: ENTITY_KEYS,
  schema: entityKeysBodySchema,
  project: async () => {},
  headline: () => null,
};

function keysNow({ keys, identity }: Pick<Kernel, 'keys' | 'identity'>): EntityKeysBody {
  return {
    federation: { ...jwksOf(keys.signers('federation')) },
    log: logSigners(keys, identity).map(({ vkey }) => vkey),
    witness: witnessCosigners(keys, identity).map(({ vkey }) => vkey),
  };
}

/**
 * Publishes which keys this node has, where its log does not say so yet: after a change, at the first start, and after an
 * update from a time before.
 */
export async function ensureEntityKeys(
  kernel: Kernel,
  actor: Actor = { type: 'system', reason: 'start' },
): Promise<void> {
  const sub = `${kernel.identity.origin}${ENTITY_KEYS_SUBJECT}`;
  const source = { log: kernel.ownLog, sub, kind: ENTITY_KEYS };
  const [latest] = await historyOf<EntityKeysBody>(kernel.db, source, 1);
  const body = keysNow(kernel);
  if (latest && JSON.stringify(latest.body) === JSON.stringify(body)) return;
  await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'entity-keys');
    const prev = await latestOf(tx, kernel, ENTITY_KEYS_SUBJECT);
    // Another process was quicker.
    if (prev !== (latest?.jti ?? null)) return;
    await kernel.records.publish(tx, actor, { kind: ENTITY_KEYS, sub: ENTITY_KEYS_SUBJECT, prev, body });
  });
}

/** Keys of a partner as its own log tells them, which we have followed and checked. */
export interface KeysInLog {
  jti: string;
  federation: Jwks;
  log: readonly string[];
  witness: readonly string[];
}

/** Null where its log does not tell any yet. */
export async function readKeysInLog(
  { db }: Pick<Kernel, 'db'>,
  { log, node }: Pick<Partner, 'log' | 'node'>,
): Promise<KeysInLog | null> {
  const sub = `${node}${ENTITY_KEYS_SUBJECT}`;
  const [latest] = await historyOf<unknown>(db, { log, sub, kind: ENTITY_KEYS }, 1);
  const read = entityKeysBodySchema.safeParse(latest?.body);
  if (!latest || !read.success) return null;
  try {
    return { jti: latest.jti, ...read.data, federation: parseJwks(read.data.federation) };
  } catch (error) {
    if (error instanceof TrustError) return null;
    throw error;
  }
}

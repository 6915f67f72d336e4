import { CompactRange, EMPTY_ROOT } from '@koinon/transparency-log';
import type { Clock } from '../clock.ts';
import { advisoryLock } from '../database/advisory-lock.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/tables.ts';
import type { Keys } from '../keys/keys.ts';
import type { NodeIdentity } from '../node-identity.ts';
import { signKeysRecord } from '../records/keys-record.ts';
import { putInOutbox } from '../records/outbox.ts';
import { OriginChanged } from './error.ts';

interface Services {
  database: Database;
  identity: NodeIdentity;
  keys: Keys;
  clock: Clock;
}

/** The id of this node's own log. The first start makes it, with the record of its keys as the entry to come first. */
export async function ensureOwnLog(services: Services): Promise<number> {
  const { database, identity } = services;
  return (
    (await findOwnLog(database.db, identity)) ??
    (await database.transaction(async (tx) => {
      await advisoryLock(tx, database.schema, 'own-log');
      return (await findOwnLog(tx, identity)) ?? (await makeOwnLog(tx, services));
    }))
  );
}

async function findOwnLog(db: Db | Tx, identity: NodeIdentity): Promise<number | null> {
  const row = await db
    .selectFrom('log')
    .select(['id', 'origin'])
    .where('role', '=', 'own')
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (row.origin !== identity.logOrigin) throw new OriginChanged(row.origin, identity.logOrigin);
  return row.id;
}

async function makeOwnLog(tx: Tx, services: Services): Promise<number> {
  const { identity, database, clock } = services;
  const { id } = await tx
    .insertInto('log')
    .values({
      origin: identity.logOrigin,
      node: identity.origin,
      role: 'own',
      root: EMPTY_ROOT,
      range: new CompactRange().toBytes(),
      note: null,
      note_at: null,
      retired_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const first = signKeysRecord(services, { prev: null });
  const { record } = first;
  await tx
    .insertInto('subject')
    .values({
      log: id,
      sub: record.sub,
      kind: record.kind,
      latest: record.jti,
      reason: null,
      state_jti: null,
      state_at: null,
      updated_at: clock.now(),
    })
    .execute();
  await putInOutbox(tx, database.schema, id, [first], clock.now());
  return id;
}

import { jsonEqual, type Pin } from '@koinon/trust';
import { sql } from 'kysely';
import type { Db, Tx } from '../database/tables.ts';

/** The anchors that this node has pinned, with their keys. */
export async function readPins(db: Db | Tx): Promise<Pin[]> {
  const rows = await db.selectFrom('trust_pin').select('pin').orderBy('entity').execute();
  return rows.map(({ pin }) => pin);
}

/** Pins an anchor with the given keys, in place of what was pinned for it before. */
export async function savePin(db: Db | Tx, pin: Pin, now: Date): Promise<void> {
  const row = { pin: JSON.stringify(pin), changed_at: now };
  await db
    .insertInto('trust_pin')
    .values({ entity: pin.entityId, ...row })
    .onConflict((conflict) => conflict.column('entity').doUpdateSet(row))
    .execute();
}

/** Takes a pin out: from now on nothing is trusted for the anchor's word. */
export async function removePin(db: Db | Tx, entityId: string): Promise<void> {
  await db.deleteFrom('trust_pin').where('entity', '=', entityId).execute();
}

/**
 * Keeps changes of keys that anchors have announced. A pin that somebody changed since it was read stays as it is: the change
 * is announced again next time.
 */
export async function keepPinChanges(
  db: Db | Tx,
  before: readonly Pin[],
  after: readonly Pin[],
  now: Date,
): Promise<void> {
  for (const pin of after) {
    const known = before.find(({ entityId }) => entityId === pin.entityId);
    if (!known || jsonEqual(known, pin)) continue;
    await sql`update trust_pin set pin = ${JSON.stringify(pin)}::jsonb, changed_at = ${now}
      where entity = ${pin.entityId} and pin = ${JSON.stringify(known)}::jsonb`.execute(db);
  }
}

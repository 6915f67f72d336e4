import { keysBodySchema, parseRecord } from '@koinon/records';
import { CompactRange } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { channelName, lockKey } from '../database/names.ts';
import type { Tx } from '../database/tables.ts';
import { KEYS } from '../records/kernel-kinds.ts';
import { applyRecordKeys } from '../records/record-keys.ts';
import { growRange, moveHead } from './tile-growth.ts';

/** Most records that one transaction moves. */
export const BATCH = 1024;

export interface Sequenced {
  count: number;
  size: number;
  /** The batch was full: there may be more to move. */
  full: boolean;
}

/**
 * Moves the oldest pending records into the log, in one transaction: entries with their leaves hashed by the database,
 * the tiles they extend, and the head, by compare-and-set under an advisory lock. Nothing is signed here: a checkpoint
 * may only be signed once the tree it states is committed.
 */
export async function sequenceBatch(database: Database, log: number, now: Date): Promise<Sequenced> {
  return await database.transaction(async (tx) => {
    const head = await lockHead(tx, database.schema, log);
    const moved = await movePending(tx, log, head.size, now);
    const full = moved.taken === BATCH;
    if (moved.count === 0) return { count: 0, size: head.size, full };
    const range = CompactRange.fromBytes(head.size, head.range);
    const tiles = growRange(range, moved.leaves);
    await moveHead(tx, log, head.size, range, tiles);
    for (const { index, body } of moved.keys ?? []) {
      await applyRecordKeys(tx, log, index, keysBodySchema.parse(parseRecord(body).payload.body));
    }
    await sql`select pg_notify(${channelName(database.schema, 'logged')}, ${String(range.size)})`.execute(tx);
    return { count: moved.count, size: range.size, full };
  });
}

export async function lockHead(
  tx: Tx,
  schema: string,
  log: number,
): Promise<{ size: number; range: Uint8Array }> {
  const rows = await sql<{ size: number; range: Uint8Array }>`
    with lock as materialized (select pg_advisory_xact_lock(${lockKey(schema, 'sequencer')}::bigint))
    select size, range from log, lock where id = ${log} for update of log`.execute(tx);
  const head = rows.rows[0];
  if (!head) throw new Error(`no log ${log}`);
  return head;
}

interface Moved {
  /** Records that left the outbox. */
  taken: number;
  /** Those of them that became entries. */
  count: number;
  /** Leaf hashes in order, joined. */
  leaves: Uint8Array;
  keys: { index: number; body: string }[] | null;
}

/** Records that the log holds already (after a recovery) are dropped from the outbox. */
async function movePending(tx: Tx, log: number, size: number, now: Date): Promise<Moved> {
  const rows = await sql<Moved>`with taken as (
    delete from pending where id in (select id from pending order by id limit ${BATCH}) returning *
  ), fresh as (
    select t.*, row_number() over (order by t.id) - 1 + ${size}::bigint as index from taken t
    where not exists (select 1 from entry e where e.jti = t.jti and e.log = ${log})
  ), inserted as (
    insert into entry (log, index, body, leaf, jti, kind, sub, prev, iat, checked_at)
    select ${log}, index, body, sha256('\\x00'::bytea || convert_to(body, 'UTF8')), jti, kind, sub, prev, iat, ${now}
    from fresh returning index, leaf, kind, body
  )
  select (select count(*)::int from taken) as taken, count(*)::int as count, string_agg(leaf, ''::bytea order by index) as leaves,
    json_agg(json_build_object('index', index, 'body', body) order by index) filter (where kind = ${KEYS}) as keys
  from inserted`.execute(tx);
  return rows.rows[0] as Moved;
}

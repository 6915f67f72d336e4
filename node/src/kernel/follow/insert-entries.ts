import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { WalkedEntry } from './window.ts';

/** Puts entries at their places, in one statement; the database hashes the leaves, which were checked before. */
export async function insertEntries(
  tx: Tx,
  log: number,
  start: number,
  entries: readonly WalkedEntry[],
  at: Date,
): Promise<void> {
  const column = (pick: (entry: WalkedEntry) => unknown) => sql.val(entries.map(pick));
  await sql`
    insert into entry (log, index, body, raw, leaf, jti, kind, sub, prev, iat, flag, checked_at)
    select ${log}::int, ${start}::bigint + t.place - 1, t.body, decode(t.raw, 'hex'),
      sha256('\\x00'::bytea || coalesce(decode(t.raw, 'hex'), convert_to(t.body, 'UTF8'))),
      t.jti, t.kind, t.sub, t.prev, t.iat, t.flag, ${at}::timestamptz
    from unnest(
      ${column((e) => e.body)}::text[], ${column((e) => (e.raw ? Buffer.from(e.raw).toString('hex') : null))}::text[],
      ${column((e) => e.jti)}::uuid[], ${column((e) => e.kind)}::text[], ${column((e) => e.sub)}::text[],
      ${column((e) => e.prev)}::uuid[], ${column((e) => e.iat)}::bigint[], ${column((e) => e.flag)}::text[]
    ) with ordinality as t (body, raw, jti, kind, sub, prev, iat, flag, place)`.execute(tx);
}

import type { TileId } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Db, Tx } from '../database/tables.ts';

/** Entries from `start` on, as the bytes that their leaves hash. */
export async function readEntries(
  db: Db | Tx,
  log: number,
  start: number,
  count: number,
): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['body', 'raw'])
    .where('log', '=', log)
    .where('index', '>=', start)
    .where('index', '<', start + count)
    .orderBy('index')
    .execute();
  return rows.map((row) => row.raw ?? Buffer.from(row.body, 'latin1'));
}

/** The rows of several tiles in one query, by `level/index`. */
export async function readTiles(
  db: Db | Tx,
  log: number,
  tiles: readonly TileId[],
): Promise<Map<string, Uint8Array>> {
  if (tiles.length === 0) return new Map();
  const rows = await sql<{ level: number; index: number; hashes: Uint8Array }>`
    select t.level, t.index, t.hashes
    from unnest(${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[])
      as wanted (level, index)
    join tile t on t.log = ${log} and t.level = wanted.level and t.index = wanted.index`.execute(db);
  return new Map(rows.rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
}

import { type CompactRange, TILE_WIDTH } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import { HeadMoved } from './error.ts';

/** What a batch adds to each tile: hashes to put behind those that are there. */
export interface TileGrowth {
  level: number;
  index: number;
  hashes: Uint8Array[];
}

/** Appends leaf hashes (32 bytes each, joined) to the range and collects the hashes that tiles gain. */
export function growRange(range: CompactRange, leaves: Uint8Array): TileGrowth[] {
  const tiles = new Map<string, TileGrowth>();
  const visit = (level: number, index: number, hash: Uint8Array) => {
    if (level % 8 !== 0) return;
    const tile = { level: level / 8, index: Math.floor(index / TILE_WIDTH) };
    const key = `${tile.level}/${tile.index}`;
    const growth = tiles.get(key);
    if (growth) growth.hashes.push(hash);
    else tiles.set(key, { ...tile, hashes: [hash] });
  };
  for (let at = 0; at < leaves.length; at += 32) range.append(leaves.slice(at, at + 32), visit);
  return [...tiles.values()];
}

/**
 * Writes what a batch made, in one statement: tiles grow by their new hashes, and the head moves only if it is still at
 * `oldSize`.
 * @throws HeadMoved
 */
export async function moveHead(
  tx: Tx,
  log: number,
  oldSize: number,
  range: CompactRange,
  tiles: readonly TileGrowth[],
): Promise<void> {
  const result = await sql`with grown as (
    insert into tile (log, level, index, hashes)
    select ${log}, level, index, decode(hashes, 'hex')
    from unnest(${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[],
      ${tiles.map((tile) => Buffer.concat(tile.hashes).toString('hex'))}::text[]) as t (level, index, hashes)
    on conflict (log, level, index) do update set hashes = tile.hashes || excluded.hashes
  )
  update log set size = ${range.size}, root = ${range.root()}, range = ${range.toBytes()}
  where id = ${log} and size = ${oldSize}`.execute(tx);
  if (result.numAffectedRows !== 1n) throw new HeadMoved(log, oldSize);
}

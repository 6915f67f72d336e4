import { EMPTY_ROOT, TILE_WIDTH } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { KEYS } from '../records/kernel-kinds.ts';

/** What we hold of a partner's log. */
export interface HeldLog {
  size: number;
  root: Uint8Array;
  range: Uint8Array;
  projected: number;
  /** Newest signed checkpoint of exactly `noteSize` entries. */
  note: string | null;
  noteSize: number;
  noteAt: Date | null;
}

export async function readHeld(kernel: Pick<Kernel, 'db'>, log: number): Promise<HeldLog> {
  const row = await kernel.db
    .selectFrom('log')
    .select(['size', 'root', 'range', 'projected', 'note', 'note_size', 'note_at'])
    .where('id', '=', log)
    .executeTakeFirstOrThrow();
  return {
    size: row.size,
    root: row.size === 0 ? EMPTY_ROOT : Uint8Array.from(row.root),
    range: Uint8Array.from(row.range),
    projected: row.projected,
    note: row.note,
    noteSize: row.note_size,
    noteAt: row.note_at,
  };
}

/** Hashes of the last, partial tile of each level. */
export async function readEdges(
  kernel: Pick<Kernel, 'tiles'>,
  log: number,
  size: number,
): Promise<Uint8Array[]> {
  const edges: Uint8Array[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const id = { level, index: Math.floor(hashes / TILE_WIDTH), width: hashes % TILE_WIDTH };
    const edge = id.width === 0 ? new Uint8Array(0) : await kernel.tiles.tile(log, id);
    if (edge === null) throw new Error(`log ${log} lacks tile ${level}/${id.index}`);
    edges.push(Uint8Array.from(edge));
  }
  return edges;
}

export async function lastIat(kernel: Pick<Kernel, 'db'>, log: number): Promise<number | null> {
  const row = await kernel.db
    .selectFrom('entry')
    .select('iat')
    .where('log', '=', log)
    .where('iat', 'is not', null)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.iat ?? null;
}

/** The last keys record of a log that took effect. An id that was used before voids a record for readers, not for keys. */
export async function latestKeys(kernel: Pick<Kernel, 'db'>, log: number): Promise<string | null> {
  const row = await kernel.db
    .selectFrom('entry')
    .select('jti')
    .where('log', '=', log)
    .where('kind', '=', sql.lit(KEYS))
    .where((eb) => eb.or([eb('flag', 'is', null), eb('flag', '=', 'duplicate-jti')]))
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.jti ?? null;
}

import { keysBodySchema, parseRecord } from '@koinon/records';
import { CompactRange } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { moveHead } from '../log/tile-growth.ts';
import { KEYS } from '../records/kernel-kinds.ts';
import { applyRecordKeys } from '../records/record-keys.ts';
import { insertEntries } from './insert-entries.ts';
import type { WalkedEntry, Window } from './window.ts';

const ROWS = 4096;

/**
 * Stores a window in one transaction: entries, tiles, and the head by compare-and-set. Whoever comes second (another
 * process with a lease that ran out) fails with `HeadMoved` and has stored nothing.
 */
export async function storeWindow(kernel: Kernel, log: number, window: Window): Promise<void> {
  const at = kernel.clock.now();
  const range = CompactRange.fromBytes(window.size, window.range);
  await kernel.database.transaction(async (tx) => {
    for (let from = 0; from < window.entries.length; from += ROWS) {
      const entries = window.entries.slice(from, from + ROWS);
      const used = await usedIds(tx, [log, kernel.ownLog], entries);
      await insertEntries(tx, log, window.start + from, flagRepeated(entries, used), at);
    }
    await applyKeysOf(tx, log, window);
    await moveHead(tx, log, window.start, range, window.tiles);
  });
  kernel.tiles.grown(log, window.size);
}

/** Here and not with the projection, which may be behind: the next window is checked with these keys. */
async function applyKeysOf(tx: Tx, log: number, { start, entries }: Window): Promise<void> {
  for (const [i, { kind, flag, body }] of entries.entries()) {
    if (kind !== KEYS || flag !== null) continue;
    await applyRecordKeys(tx, log, start + i, keysBodySchema.parse(parseRecord(body).payload.body));
  }
}

/** One name, one record: an id that this log, or our own, has used before. */
async function usedIds(
  tx: Tx,
  logs: readonly number[],
  entries: readonly WalkedEntry[],
): Promise<Set<string>> {
  const jtis = sql.val(entries.flatMap(({ jti }) => (jti === null ? [] : [jti])));
  const rows = await sql<{ jti: string }>`
    select jti from entry where jti = any(${jtis}::uuid[]) and log = any(${sql.val(logs)}::int[])
    union select jti from pending where jti = any(${jtis}::uuid[])`.execute(tx);
  return new Set(rows.rows.map(({ jti }) => jti));
}

function flagRepeated(entries: readonly WalkedEntry[], used: Set<string>): WalkedEntry[] {
  return entries.map((entry) => {
    if (entry.jti === null || entry.flag !== null) return entry;
    if (used.has(entry.jti)) return { ...entry, flag: 'duplicate-jti' };
    used.add(entry.jti);
    return entry;
  });
}

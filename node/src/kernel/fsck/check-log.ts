import { CompactRange, equal, openCheckpoint, parseVerifierKey, toHex } from '@koinon/transparency-log';
import type { Selectable } from 'kysely';
import type { LogTable } from '../database/tables/log.ts';
import type { Kernel } from '../kernel.ts';
import { logSigners } from '../keys/vkeys.ts';
import { growRange } from '../log/tile-growth.ts';
import { sha256 } from '../sha256.ts';
import { checkRecords } from './check-records.ts';
import { TileChecker } from './check-tiles.ts';
import type { Report } from './problem.ts';

const BATCH = 1024;

/** Does again, from the entries alone, everything that made a log: leaves, tiles, root, and holds signatures against it. */
export async function checkLog(
  kernel: Kernel,
  log: Selectable<LogTable>,
  report: Report,
  onProgress: (checked: number) => void,
): Promise<{ flagged: number }> {
  const keys = await kernel.trust.recordKeys(log.id);
  const tiles = new TileChecker(kernel.db, log, report);
  const range = new CompactRange();
  let flagged = 0;
  let noteRoot: Uint8Array | null = log.note_size === 0 ? range.root() : null;
  while (range.size < log.size) {
    const rows = await readBatch(kernel, log, range.size);
    if (rows.length === 0) break;
    const leaves = rows.map((row) => leafOf(row.raw ?? Buffer.from(row.body, 'latin1')));
    for (const [i, row] of rows.entries()) {
      if (row.index !== range.size + i) return gap(report, range.size + i, flagged);
      if (!equal(leaves[i] as Uint8Array, row.leaf))
        report('leaf', row.index, 'the leaf is not the hash of the entry');
      if (row.flag !== null) flagged++;
    }
    await checkRecords(log.node, rows, keys, report);
    // The root at the size of the note is needed on the way.
    const cut = Math.min(Math.max(log.note_size - range.size, 0), leaves.length);
    await tiles.grow(growRange(range, Buffer.concat(leaves.slice(0, cut))));
    if (range.size === log.note_size) noteRoot = range.root();
    await tiles.grow(growRange(range, Buffer.concat(leaves.slice(cut))));
    onProgress(range.size);
  }
  if (range.size < log.size) return gap(report, range.size, flagged);
  await tiles.finish();
  if (!equal(range.root(), log.root)) report('root', null, 'the root of the entries is not that of the head');
  if (!equal(range.toBytes(), log.range))
    report('range', null, 'the range of the head does not fit the entries');
  await checkNote(kernel, log, noteRoot, report);
  return { flagged };
}

function gap(report: Report, index: number, flagged: number): { flagged: number } {
  report('missing-entry', index, 'the log has a head beyond this entry');
  return { flagged };
}

async function readBatch(kernel: Kernel, log: Selectable<LogTable>, from: number) {
  return await kernel.db
    .selectFrom('entry')
    .select(['index', 'body', 'raw', 'leaf', 'jti', 'kind', 'sub', 'flag'])
    .where('log', '=', log.id)
    .where('index', '>=', from)
    .where('index', '<', log.size)
    .orderBy('index')
    .limit(BATCH)
    .execute();
}

function leafOf(entry: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([Buffer.of(0), entry]));
}

/** The checkpoint must be signed by the log and state the root of the entries that it counts. */
async function checkNote(
  kernel: Kernel,
  log: Selectable<LogTable>,
  root: Uint8Array | null,
  report: Report,
): Promise<void> {
  if (log.note === null) return;
  const vkeys =
    log.role === 'own' && log.id === kernel.ownLog
      ? logSigners(kernel.keys, kernel.identity).map((signer) => signer.vkey)
      : await kernel.trust.logKeys(log.origin);
  try {
    const logVerifiers = vkeys.map((vkey) => parseVerifierKey(vkey));
    const { checkpoint } = openCheckpoint(log.note, { origin: log.origin, logVerifiers });
    if (checkpoint.size !== log.note_size)
      report('note', null, `it states ${checkpoint.size} entries, not ${log.note_size}`);
    else if (root !== null && !equal(checkpoint.root, root)) {
      report(
        'note-root',
        null,
        `the checkpoint states ${toHex(checkpoint.root)}, the entries make ${toHex(root)}`,
      );
    }
  } catch (error) {
    report('note', null, (error as Error).message);
  }
}

import { parseRecord } from '@koinon/records';
import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { loadBodies, type ReadRecord, readRecord } from '../log/headline.ts';
import { keepBlobUses } from '../records/outbox.ts';
import { projectRecord } from '../records/project.ts';
import type { RecordContext } from '../records/record.ts';
import { advanceSubject } from '../records/subjects.ts';
import { type BlobRef, fetchBlob } from './fetch-blob.ts';

/** PGlite has one connection: while a batch runs, no page is served. */
const BATCH = { postgres: 128, pglite: 16 };

interface Stored {
  index: number;
  /** Null where the entry is flagged. */
  record: ReadRecord | null;
}

/**
 * Projects what was stored of a partner's log and not projected yet, in order, batch by batch. Everything stored was
 * shown to be in the signed tree before; a record that fails a rule is flagged and the next one goes on.
 * @returns how many entries were gone through
 */
export async function projectEntries(
  kernel: Kernel,
  { log, node }: { log: number; node: string },
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const batch = await nextBatch(kernel, log);
    if (batch === null) break;
    await fetchMissingBodies(kernel, node, batch.entries);
    await projectBatch(kernel, log, node, batch);
    count += batch.entries.length;
  }
  return count;
}

interface Batch {
  from: number;
  entries: Stored[];
}

async function nextBatch(kernel: Kernel, log: number): Promise<Batch | null> {
  const entries = await kernel.db
    .selectFrom('entry as e')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select(['e.index', 'e.body', 'e.flag', 'l.projected'])
    .where('e.log', '=', log)
    .whereRef('e.index', '>=', 'l.projected')
    .whereRef('e.index', '<', 'l.size')
    .orderBy('e.index')
    .limit(BATCH[kernel.database.kind])
    .execute();
  const [first] = entries;
  if (first === undefined) return null;
  return {
    from: first.projected,
    entries: entries.map(({ index, body, flag }) => ({
      index,
      record: flag === null ? readRecord(body) : null,
    })),
  };
}

async function projectBatch(
  kernel: Kernel,
  log: number,
  node: string,
  { from, entries }: Batch,
): Promise<void> {
  const bodies = await loadBodies(
    kernel.db,
    entries.map(({ record }) => record),
  );
  await kernel.database.transaction(async (tx) => {
    const flags: { index: number; flag: string | null; unprojected: boolean }[] = [];
    for (const { index, record } of entries) {
      if (record === null) continue;
      const context = { log, node, own: false, at: kernel.clock.now(), index };
      const { flag, unprojected } = await projectOne(tx, kernel, record, bodies, context);
      if (flag !== null || unprojected) flags.push({ index, flag, unprojected });
    }
    await saveFlags(tx, log, flags);
    const end = from + entries.length;
    const moved =
      await sql`update log set projected = ${end} where id = ${log} and projected = ${from}`.execute(tx);
    if (moved.numAffectedRows !== 1n) throw new Error(`another process projects log ${log}`);
  });
}

/** A record whose body did not come yet still takes its place as the latest of its subject; the rest is done when it comes. */
export async function projectOne(
  tx: Tx,
  kernel: Kernel,
  record: ReadRecord,
  bodies: ReadonlyMap<string, unknown>,
  context: RecordContext,
): Promise<{ flag: string | null; unprojected: boolean }> {
  if (record.digest === undefined) return await projectRecord(tx, kernel, record, context);
  await keepBlobUses(tx, [{ log: context.log, jti: record.jti, digest: record.digest }]);
  if (bodies.has(record.digest)) {
    return await projectRecord(tx, kernel, { ...record, body: bodies.get(record.digest) }, context);
  }
  const advanced = await advanceSubject(tx, record, context);
  return advanced ? { flag: null, unprojected: true } : { flag: 'stale-prev', unprojected: false };
}

export async function saveFlags(
  tx: Tx,
  log: number,
  flags: readonly { index: number; flag: string | null; unprojected: boolean }[],
): Promise<void> {
  if (flags.length === 0) return;
  await sql`update entry e set flag = t.flag, unprojected = t.unprojected
    from unnest(${sql.val(flags.map((f) => f.index))}::bigint[], ${sql.val(flags.map((f) => f.flag))}::text[],
      ${sql.val(flags.map((f) => f.unprojected))}::boolean[]) as t (index, flag, unprojected)
    where e.log = ${log} and e.index = t.index`.execute(tx);
}

async function fetchMissingBodies(kernel: Kernel, node: string, entries: readonly Stored[]): Promise<void> {
  const refs = entries.flatMap(({ record }) => (record === null ? [] : blobRef(node, record)));
  await Promise.all(refs.map((ref) => fetchBlob(kernel, ref)));
}

/** The body that a record names by digest, as a list of none or one. */
export function blobRef(node: string, record: ReadRecord): BlobRef[] {
  if (record.digest === undefined) return [];
  const { size = 0, mediaType = 'application/octet-stream' } = parseRecord(record.jws).payload;
  return [{ node, jti: record.jti, digest: record.digest, size, mediaType }];
}

import { type EntryFlag, keysBodySchema } from '@koinon/records';
import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import { projectOne, saveFlags } from '../follow/project-entries.ts';
import type { Kernel } from '../kernel.ts';
import { loadBodies, type ReadRecord, readRecord } from '../log/headline.ts';
import type { TableClass } from '../module/module.ts';
import { KEYS } from '../records/kernel-kinds.ts';
import type { RecordContext } from '../records/record.ts';
import { applyRecordKeys } from '../records/record-keys.ts';

const BATCH = 256;

/**
 * Makes the public tables anew from the logs, in one transaction: readers see the old state or the new one. Private
 * tables, disclosures and blobs stay as they are.
 * @returns how many records were projected
 */
export async function rebuild(
  kernel: Kernel,
  onProgress?: (log: string, done: number, of: number) => void,
): Promise<number> {
  return await kernel.database.transaction(async (tx) => {
    await sql`truncate ${sql.join(derivedTables(kernel).map((table) => sql.table(table)))}`.execute(tx);
    return await projectLogs(tx, kernel, {
      onProgress,
      onFlags: ({ id }, flags) => saveFlags(tx, id, flags),
    });
  });
}

export interface FoundFlag {
  index: number;
  flag: string | null;
  unprojected: boolean;
}

export interface ProjectionOptions {
  onProgress?: ((log: string, done: number, of: number) => void) | undefined;
  /** What the projection found of each record. */
  onFlags(log: { id: number; origin: string }, flags: readonly FoundFlag[]): Promise<void>;
}

/** Projects every record of every log into public tables that are empty. */
export async function projectLogs(tx: Tx, kernel: Kernel, options: ProjectionOptions): Promise<number> {
  const logs = await tx
    .selectFrom('log')
    .select(['id', 'origin', 'node', 'role', 'size', 'projected'])
    .orderBy('id')
    .execute();
  let count = 0;
  for (const log of logs) {
    const own = log.role === 'own';
    const end = own ? log.size : log.projected;
    for (let from = 0; from < end; from += BATCH) {
      const to = Math.min(end, from + BATCH);
      const flags = await projectBatch(tx, kernel, { id: log.id, node: log.node, own }, from, to);
      await options.onFlags(log, flags);
      count += flags.length;
      options.onProgress?.(log.origin, to, end);
    }
  }
  return count + (await projectPending(tx, kernel));
}

/** Everything that the projection of records writes. */
export function derivedTables(kernel: Kernel): string[] {
  return [...KERNEL_TABLES, ...tablesOfModules(kernel, ['log-derived', 'cache'])];
}

/** Of these, what says the same whenever it is made: a cache may have been filled by other ways too. */
export function comparableTables(kernel: Kernel): string[] {
  return [...KERNEL_TABLES, ...tablesOfModules(kernel, ['log-derived'])];
}

const KERNEL_TABLES = ['subject', 'record_key', 'search'];

function tablesOfModules(kernel: Kernel, kinds: readonly TableClass['kind'][]): string[] {
  return kernel.modules.modules.flatMap((module) =>
    Object.entries(module.tables ?? {}).flatMap(([name, { kind }]) => (kinds.includes(kind) ? [name] : [])),
  );
}

/** Flags of the entry itself, found before projection; all others are found anew. */
const ENTRY_FLAGS: ReadonlySet<string> = new Set<EntryFlag | 'duplicate-jti'>([
  'malformed',
  'too-large',
  'wrong-typ',
  'wrong-alg',
  'unsupported-crit',
  'invalid-payload',
  'unknown-key',
  'bad-signature',
  'wrong-issuer',
  'foreign-subject',
  'iat-ahead',
  'iat-behind',
  'wrong-first-entry',
  'duplicate-jti',
]);

async function projectBatch(
  tx: Tx,
  kernel: Kernel,
  log: { id: number; node: string; own: boolean },
  from: number,
  to: number,
): Promise<FoundFlag[]> {
  const entries = await tx
    .selectFrom('entry')
    .select(['index', 'body', 'flag', 'checked_at'])
    .where('log', '=', log.id)
    .where('index', '>=', from)
    .where('index', '<', to)
    .orderBy('index')
    .execute();
  for (const { index, body, flag } of entries) {
    // As when they were stored: an id that was used before voids a record for readers, not for keys.
    const record = flag === null || flag === 'duplicate-jti' ? readRecord(body) : null;
    if (record?.kind === KEYS) await applyRecordKeys(tx, log.id, index, keysBodySchema.parse(record.body));
  }
  const usable = entries.flatMap(({ index, body, flag, checked_at }) => {
    const record = flag === null || !ENTRY_FLAGS.has(flag) ? readRecord(body) : null;
    // Keys records are judged as entries, like signatures.
    const refused = flag !== null && record?.kind === KEYS;
    return record === null || refused ? [] : [{ index, record, at: checked_at }];
  });
  const flags = await projectAll(tx, kernel, usable, (entry) => ({
    log: log.id,
    node: log.node,
    own: log.own,
    at: entry.at,
    index: entry.index,
  }));
  return usable.map(({ index }, i) => ({ index, ...(flags[i] as Omit<FoundFlag, 'index'>) }));
}

/** Acts that wait for their place are public here already. */
async function projectPending(tx: Tx, kernel: Kernel): Promise<number> {
  const rows = await tx.selectFrom('pending').select(['body', 'asked_at']).orderBy('id').execute();
  const usable = rows.flatMap(({ body, asked_at }) => {
    const record = readRecord(body);
    return record === null ? [] : [{ record, at: asked_at }];
  });
  const node = kernel.identity.origin;
  await projectAll(tx, kernel, usable, ({ at }) => ({ log: kernel.ownLog, node, own: true, at }));
  return usable.length;
}

async function projectAll<Entry extends { record: ReadRecord }>(
  tx: Tx,
  kernel: Kernel,
  entries: readonly Entry[],
  contextOf: (entry: Entry) => RecordContext,
): Promise<Omit<FoundFlag, 'index'>[]> {
  const bodies = await loadBodies(
    tx,
    entries.map(({ record }) => record),
  );
  const outcomes = [];
  for (const entry of entries) {
    outcomes.push(await projectOne(tx, kernel, entry.record, bodies, contextOf(entry)));
  }
  return outcomes;
}

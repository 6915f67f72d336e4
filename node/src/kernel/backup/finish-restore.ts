import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { RESTORED_SETTING, type Restored, restoredSchema } from './manifest.ts';

/** What a restored node has to tell its operator. */
export interface RestoreReport extends Restored {
  finishedAt: string;
  /** Entries that partners had and the backup had not. */
  recovered: number;
  /** Records whose personal fields nobody can give back. */
  withoutDisclosures: string[];
  /** Records whose large bodies are missing. */
  withoutBlobs: string[];
  /** Acts of the backup that no log holds; they are logged now. */
  pending: number;
}

export const REPORT_SETTING = 'restore-report';

/** The restore that this database has to catch up from, or null. */
export async function pendingRestore(db: Db): Promise<Restored | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', RESTORED_SETTING)
    .executeTakeFirst();
  return row ? restoredSchema.parse(row.value) : null;
}

export async function restoreReport(db: Db): Promise<RestoreReport | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', REPORT_SETTING)
    .executeTakeFirst();
  return (row?.value as RestoreReport | undefined) ?? null;
}

/**
 * Called once the fuse has passed: what witnesses had seen is back, and projecting it has applied the erasures it holds.
 * Writes the report and lets the node serve everything again.
 */
export async function finishRestore(kernel: Kernel): Promise<void> {
  const restored = await pendingRestore(kernel.db);
  if (restored === null) return;
  const report = await reportOn(kernel, restored);
  await kernel.database.transaction(async (tx) => {
    await tx.deleteFrom('setting').where('name', '=', RESTORED_SETTING).execute();
    await tx
      .insertInto('setting')
      .values({ name: REPORT_SETTING, value: JSON.stringify(report) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(report) }))
      .execute();
  });
  kernel.log.warn(report, 'the restored node has caught up');
}

async function reportOn(kernel: Kernel, restored: Restored): Promise<RestoreReport> {
  const { ownLog: log, db } = kernel;
  const rows = await sql<{ jti: string; sd: boolean; digest: boolean; disclosed: boolean; blob: boolean }>`
    with recovered as (
      select jti, convert_from(decode(rpad(translate(split_part(body, '.', 2), '-_', '+/'),
        (length(split_part(body, '.', 2)) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb as payload
      from entry where log = ${log} and index >= ${restored.logSize} and flag is null
    )
    select jti, payload ? '_sd' as sd, payload ? 'digest' as digest,
      exists (select 1 from disclosure d where d.log = ${log} and d.jti = r.jti) as disclosed,
      exists (select 1 from blob b where b.jti = r.jti and b.state <> 'present') or exists (select 1 from blob b
        where b.digest = encode(decode(rpad(translate(payload ->> 'digest', '-_', '+/'), 44, '='), 'base64'), 'hex')) as blob
    from recovered r order by jti`.execute(db);
  const pending = await db
    .selectFrom('pending')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    ...restored,
    finishedAt: kernel.clock.now().toISOString(),
    recovered: rows.rows.length,
    withoutDisclosures: rows.rows.filter((row) => row.sd && !row.disclosed).map((row) => row.jti),
    withoutBlobs: rows.rows.filter((row) => row.digest && !row.blob).map((row) => row.jti),
    pending: pending.count,
  };
}

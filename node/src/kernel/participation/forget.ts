import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { countNow } from './count.ts';

/**
 * Where the objection period is over: destroys the key, keeps the count, and removes the pseudonyms. From then on nothing
 * here links a person to what stands in the log under a pseudonym.
 */
export async function forgetEndedProcesses(kernel: Pick<Kernel, 'clock' | 'database'>): Promise<void> {
  const { clock, database } = kernel;
  for (;;) {
    const ended = await database.transaction((tx) => forgetOne(tx, clock.now()));
    if (!ended) return;
  }
}

async function forgetOne(tx: Tx, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('participation_process')
    .select('process')
    .where('wrapped', 'is not', null)
    .where('objection_until', '<=', now)
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return false;
  await tx
    .updateTable('participation_process')
    .set({ wrapped: null, key_destroyed_at: now, participants: await countNow(tx, row.process) })
    .where('process', '=', row.process)
    .execute();
  await tx.deleteFrom('participation').where('process', '=', row.process).execute();
  await tx.deleteFrom('participation_record').where('process', '=', row.process).execute();
  return true;
}

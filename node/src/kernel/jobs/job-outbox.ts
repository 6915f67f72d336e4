import { sql } from 'kysely';
import type { Db, Tx } from '../database/tables.ts';

/** A job sent before pg-boss was ready. */
export interface WaitingJob {
  name: string;
  data: object;
  key: string | null;
  start_after: Date | null;
}

export async function holdJob(tx: Tx, job: WaitingJob): Promise<void> {
  await sql`insert into job_outbox (name, data, key, start_after)
    values (${job.name}, ${JSON.stringify(job.data)}::jsonb, ${job.key}, ${job.start_after})`.execute(tx);
}

/** Takes what waits, for sending in the same transaction. */
export async function takeHeldJobs(tx: Tx): Promise<WaitingJob[]> {
  const rows = await sql<WaitingJob>`delete from job_outbox returning name, data, key, start_after`.execute(
    tx,
  );
  return rows.rows;
}

export async function holdsJobs(db: Db): Promise<boolean> {
  const rows = await sql<{ held: boolean }>`select exists (select 1 from job_outbox) as held`.execute(db);
  return rows.rows[0]?.held ?? false;
}

import { sql } from 'kysely';
import { fromKysely, type PgBoss } from 'pg-boss';
import { v7 as uuidv7 } from 'uuid';
import { jobsSchema } from '../database/names.ts';
import type { OpenDatabase } from '../database/open.ts';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import type { JobDefinition } from '../module/module.ts';
import { makeBoss } from './boss.ts';
import { holdJob, holdsJobs, takeHeldJobs, type WaitingJob } from './job-outbox.ts';
import type { DeadJob, Jobs } from './jobs.ts';

/** Jobs that can be started after the node listens, and stopped before its database closes. */
export interface RunningJobs extends Jobs {
  start(kernel: Kernel): Promise<void>;
  stop(): Promise<void>;
}

const POLL_SECONDS = 2;
const RETRIES = 8;
const FIRST_RETRY_SECONDS = 5;
const LONGEST_RETRY_SECONDS = 3600;
const KEEP_FAILED_SECONDS = 30 * 24 * 3600;

export function makeJobs(database: OpenDatabase, definitions: readonly JobDefinition[]): RunningJobs {
  let boss: PgBoss | undefined;
  let ready = false;

  return {
    async send(tx, name, data, { key, startAfter } = {}) {
      const job = { name, data, key: key ?? null, start_after: startAfter ?? null };
      if (ready && boss) await sendJob(boss, tx, job);
      else await holdJob(tx, job);
    },
    dead: () => deadJobs(database),
    async start(kernel) {
      boss = makeBoss(database);
      boss.on('error', (error) => kernel.log.error({ err: error }, 'jobs failed'));
      await boss.start();
      for (const definition of definitions) await startQueue(boss, kernel, definition);
      ready = true;
      if (await holdsJobs(database.db)) {
        const running = boss;
        await database.transaction(async (tx) => {
          for (const job of await takeHeldJobs(tx)) await sendJob(running, tx, job);
        });
      }
    },
    async stop() {
      ready = false;
      await boss?.stop({ graceful: false, close: false });
    },
  };
}

async function startQueue(boss: PgBoss, kernel: Kernel, definition: JobDefinition): Promise<void> {
  // `short`: of jobs with one key, one waits at a time.
  await boss.createQueue(definition.name, {
    policy: 'short',
    retryLimit: RETRIES,
    retryBackoff: true,
    retryDelay: FIRST_RETRY_SECONDS,
    retryDelayMax: LONGEST_RETRY_SECONDS,
    deleteAfterSeconds: KEEP_FAILED_SECONDS,
  });
  await boss.work(definition.name, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
    for (const job of jobs) {
      kernel.log.debug({ job: job.id, queue: definition.name }, 'job');
      await definition.run(kernel, (job.data ?? {}) as object);
    }
  });
  if (definition.cron) await boss.schedule(definition.name, definition.cron, {}, { tz: 'UTC' });
}

async function sendJob(boss: PgBoss, tx: Tx, job: WaitingJob): Promise<void> {
  await boss.send(job.name, job.data, {
    // Jobs without a key must not stand for each other.
    singletonKey: job.key ?? uuidv7(),
    ...(job.start_after ? { startAfter: job.start_after } : {}),
    db: fromKysely(tx),
  });
}

async function deadJobs(database: OpenDatabase): Promise<DeadJob[]> {
  const table = sql.id(jobsSchema(database.schema), 'job');
  const exists = await sql<{ there: boolean }>`
    select to_regclass(${`"${jobsSchema(database.schema)}".job`}) is not null as there`.execute(database.db);
  if (!exists.rows[0]?.there) return [];
  const rows = await sql<{ id: string; name: string; completed_on: Date; output: unknown }>`
    select id, name, completed_on, output from ${table}
    where state = 'failed' order by completed_on desc limit 100`.execute(database.db);
  return rows.rows.map((row) => ({
    id: row.id,
    name: row.name,
    failedAt: row.completed_on,
    error: messageOf(row.output),
  }));
}

function messageOf(output: unknown): string {
  const message = (output as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : JSON.stringify(output);
}

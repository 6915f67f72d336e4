import { sql } from 'kysely';
import { pendingRestore } from '../backup/finish-restore.ts';
import type { Kernel } from '../kernel.ts';
import { type Loop, startLoop } from '../loop.ts';
import { recallLog } from './recall-log.ts';

const ROUND_MS = 5_000;
const IDLE_MS = 60_000;

/**
 * A database that is older than it was makes a witness forget what it cosigned since, and whoever knows that could have a
 * second history cosigned. So at every start the logs that we cosign wait until others were asked; after a restore all of
 * them wait until everybody has answered.
 */
export function requireRecall(kernel: Kernel): Promise<void> {
  const known = required.get(kernel);
  if (known !== undefined) return known;
  const once = markLogs(kernel);
  required.set(kernel, once);
  return once;
}

/** Once in a process: what was released must not be held again. */
const required = new WeakMap<Kernel, Promise<void>>();

async function markLogs({ db, clock }: Kernel): Promise<void> {
  const thorough = (await pendingRestore(db)) !== null;
  await sql`insert into witness_recall (origin, thorough, since)
    select origin, ${thorough}::boolean, ${clock.now()} from (
      select origin from cosigner union select origin from log_key where ${thorough}::boolean
    ) as known
    on conflict (origin) do update set thorough = witness_recall.thorough or excluded.thorough`.execute(db);
}

/** Asks, for each log that waits, until it may be cosigned again. */
export function startRecall(kernel: Kernel): Loop {
  const round = async (signal: AbortSignal): Promise<number> => {
    await requireRecall(kernel);
    const waiting = await kernel.db.selectFrom('witness_recall').selectAll().orderBy('origin').execute();
    const reasons = await Promise.all(waiting.map((one) => recallLog(kernel, one, signal)));
    const first = reasons.find((reason) => reason !== null);
    if (first === undefined) kernel.health.set('witness', 'ok');
    else kernel.health.set('witness', 'recalling', first ?? undefined);
    return first === undefined ? IDLE_MS : ROUND_MS;
  };
  return startLoop(round, ROUND_MS, (error) => {
    kernel.log.error({ err: error }, 'asking what our witness has cosigned failed');
    kernel.health.set('witness', 'failing', String(error));
  });
}

import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { loadBodies, readRecord } from '../log/headline.ts';
import { fetchBlob } from './fetch-blob.ts';
import { blobRef, projectOne, saveFlags } from './project-entries.ts';

const SUBJECTS = 16;

/**
 * Projects records that were kept aside: their kind was not known to an earlier version of this software, or their body
 * had not come. The records of such a subject are applied anew from its first, so that the last word is its last record.
 */
export async function projectLate(
  kernel: Kernel,
  { log, node }: { log: number; node: string },
  signal: AbortSignal,
): Promise<void> {
  for (const sub of await waitingSubjects(kernel, log)) {
    if (signal.aborted) return;
    await projectSubject(kernel, log, node, sub);
  }
}

async function waitingSubjects(kernel: Kernel, log: number): Promise<string[]> {
  const rows = await sql<{ sub: string }>`
    select distinct e.sub from entry e where e.log = ${log} and e.unprojected
      and e.kind = any(${sql.val(kernel.modules.kinds)}::text[]) limit ${SUBJECTS}`.execute(kernel.db);
  return rows.rows.map(({ sub }) => sub);
}

async function projectSubject(kernel: Kernel, log: number, node: string, sub: string): Promise<void> {
  const entries = await kernel.db
    .selectFrom('entry')
    .select(['index', 'body', 'flag', 'unprojected'])
    .where('log', '=', log)
    .where('sub', '=', sub)
    .orderBy('index')
    .execute();
  const usable = entries.filter(({ flag, unprojected }) => flag === null || unprojected);
  const records = usable.map(({ body }) => readRecord(body));
  const erased = await isErased(kernel, log, sub);
  const refs = records.flatMap((record) => (record === null || erased ? [] : blobRef(node, record)));
  const fetched = await Promise.all(refs.map((ref) => fetchBlob(kernel, ref)));
  if (fetched.includes('later')) return;
  const bodies = await loadBodies(kernel.db, records);
  await kernel.database.transaction(async (tx) => {
    const subject = await tx
      .selectFrom('subject')
      .select('state')
      .where('log', '=', log)
      .where('sub', '=', sub)
      .forUpdate()
      .executeTakeFirst();
    const flags: { index: number; flag: string | null; unprojected: boolean }[] = [];
    // What was erased stays erased: there is nothing to show of it.
    if (subject?.state !== 'erased') {
      await tx.deleteFrom('subject').where('log', '=', log).where('sub', '=', sub).execute();
      for (const [i, { index }] of usable.entries()) {
        const record = records[i];
        if (!record) continue;
        const context = { log, node, own: false, at: kernel.clock.now(), index };
        const { flag } = await projectOne(tx, kernel, record, bodies, context);
        flags.push({
          index,
          flag: flag ?? (hasNoBody(record, bodies) ? 'body-gone' : null),
          unprojected: false,
        });
      }
    } else {
      flags.push(...usable.map(({ index }) => ({ index, flag: null, unprojected: false })));
    }
    await saveFlags(tx, log, flags);
  });
}

/** What was erased is not asked for again, whoever still hands it out. */
async function isErased({ db }: Kernel, log: number, sub: string): Promise<boolean> {
  const subject = await db
    .selectFrom('subject')
    .select('state')
    .where('log', '=', log)
    .where('sub', '=', sub)
    .executeTakeFirst();
  return subject?.state === 'erased';
}

function hasNoBody(record: { digest?: string }, bodies: ReadonlyMap<string, unknown>): boolean {
  return record.digest !== undefined && !bodies.has(record.digest);
}

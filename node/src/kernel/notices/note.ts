import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../database/tables.ts';
import type { RecordKind } from '../module/module.ts';
import type { RecordContext, SignedRecord } from '../records/record.ts';

const DAY_MS = 86_400_000;
/** What was signed longer ago is history when we learn of it, as the log of a new partner is. */
const NEWS_DAYS = 7;
/** After that long nobody looks for it among news. */
const KEPT_DAYS = 100;

/** Notes a record that is news for people, with what it concerns. Noting it again changes nothing. */
export async function noteRecord(
  tx: Tx,
  kind: RecordKind,
  record: SignedRecord,
  { log, node, at }: RecordContext,
): Promise<void> {
  if (record.iat * 1000 < at.getTime() - NEWS_DAYS * DAY_MS || kind.headline(record) === null) return;
  const { subjects = [], topics = [] } = kind.concerns?.(record) ?? {};
  const row = {
    ...{ log, node, at },
    ...{ jti: record.jti, sub: record.sub },
    subjects: [...new Set([record.sub, ...subjects])],
    topics: [...new Set(topics)],
  };
  await tx
    .insertInto('notice')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was withdrawn or erased is no news any more. */
export async function forgetNotices(tx: Tx, log: number, sub: string): Promise<void> {
  await tx.deleteFrom('notice').where('log', '=', log).where('sub', '=', sub).execute();
}

export async function sweepNotices({ db, clock }: { db: Db; clock: Clock }): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  await db.deleteFrom('notice').where('at', '<=', before).execute();
}

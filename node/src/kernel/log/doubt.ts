import type { Db } from '../database/tables.ts';

/** From which entry on a log is not confirmed, and why. */
export interface Doubt {
  code: string;
  /** The first entry that the open alerts leave unconfirmed. */
  fromIndex: number;
}

/** Open alerts on these logs, by log. Where an alert does not say what both versions share, all of the log is in doubt. */
export async function loadDoubts(db: Db, logs: readonly number[]): Promise<Map<number, Doubt>> {
  const rows = await db
    .selectFrom('alert as a')
    .innerJoin('log as l', 'l.origin', 'a.origin')
    .select(['l.id', 'a.code', 'a.detail'])
    .where('l.id', 'in', logs)
    .where('a.resolved_at', 'is', null)
    .execute();
  const doubts = new Map<number, Doubt>();
  for (const { id, code, detail } of rows) {
    const fromIndex = confirmedSize(detail);
    const known = doubts.get(id);
    if (known === undefined || fromIndex < known.fromIndex) doubts.set(id, { code, fromIndex });
  }
  return doubts;
}

/** How many entries an alert leaves beyond doubt. */
export function confirmedSize(detail: Readonly<Record<string, unknown>>): number {
  const size = detail.commonSize;
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : 0;
}

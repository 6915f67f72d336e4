import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';

/** A log whose records are shown: ours, and those of partners that have not been removed. */
export interface ShownLog {
  id: number;
  /** Origin URL of its node. */
  node: string;
  host: string;
  own: boolean;
}

export interface ShownLogs {
  logs: readonly ShownLog[];
  /** Changes whenever any projected table can have changed: how far each log is, our outbox included. */
  revision: string;
}

/** Which logs are shown and how far they are, in one small query. */
export async function readShownLogs(db: Db): Promise<ShownLogs> {
  const rows = await db
    .selectFrom('log')
    .leftJoin('partner', 'partner.log', 'log.id')
    .select(['log.id', 'log.node', 'log.role', 'log.size', 'partner.state'])
    .select((eb) => eb.selectFrom('pending').select(sql<number>`count(*)::int`.as('n')).as('pending'))
    .orderBy('log.id')
    .execute();
  const shown = rows.filter((row) => row.state !== 'removed');
  return {
    logs: shown.map(({ id, node, role }) => ({ id, node, host: new URL(node).host, own: role === 'own' })),
    // A pending record that gets its place leaves the outbox and lengthens the log by one: the sum stays.
    revision: shown
      .map((row) => `${row.id}:${row.size + (row.role === 'own' ? (row.pending ?? 0) : 0)}`)
      .join(),
  };
}

/** The logs that a filter's `origin` means: all, our own (`self`), or those of one host. */
export function logsOf(logs: readonly ShownLog[], origin: string | undefined): readonly ShownLog[] {
  if (origin === undefined) return logs;
  return logs.filter((log) => (origin === 'self' ? log.own : !log.own && log.host === origin));
}

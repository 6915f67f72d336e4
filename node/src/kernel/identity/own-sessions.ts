import type { Clock } from '../clock.ts';
import type { Db } from '../database/tables.ts';
import type { Level } from './level.ts';

/** A session as its owner sees it. */
export interface OwnSession {
  /** Names the session to end it; opens nothing. */
  id: string;
  browser: string | null;
  method: string;
  level: Level;
  since: Date;
  seenAt: Date;
}

/** Where an account is logged in, the latest use first. */
export async function listSessions(db: Db, clock: Clock, account: string): Promise<OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'browser', 'method', 'level', 'created_at', 'seen_at'])
    .where('account', '=', account)
    .where('expires_at', '>', clock.now())
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    method: row.method ?? '',
    level: row.level ?? 'none',
    since: row.created_at,
    seenAt: row.seen_at,
  }));
}

/** Ends one session of the account, or all but one. */
export async function endSessions(
  db: Db,
  account: string,
  which: { only: string } | { allBut: string },
): Promise<void> {
  const ended = db.deleteFrom('session').where('account', '=', account);
  await ('only' in which
    ? ended.where('id', '=', which.only)
    : ended.where('id', '<>', which.allBut)
  ).execute();
}

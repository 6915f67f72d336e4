import type { Selectable } from 'kysely';
import type { Db } from '../../../kernel/database/tables.ts';
import type { FollowedThing } from '../followed.ts';
import { notificationsDb, type ReaderTable } from '../schema.ts';

export type Reader = Selectable<ReaderTable>;

export async function readReader(db: Db, by: { account: string } | { id: string }): Promise<Reader | null> {
  const [column, value] = 'account' in by ? (['account', by.account] as const) : (['id', by.id] as const);
  const row = await notificationsDb(db)
    .selectFrom('notifications_reader')
    .selectAll()
    .where(column, '=', value)
    .executeTakeFirst();
  return row ?? null;
}

/** What an account follows, the latest first. */
export async function listFollowed(db: Db, account: string): Promise<Array<FollowedThing & { id: string }>> {
  const rows = await notificationsDb(db)
    .selectFrom('notifications_followed as f')
    .leftJoin('search as s', (join) => join.onRef('s.sub', '=', 'f.value').on('f.sort', '=', 'subject'))
    .select(['f.id', 'f.sort', 'f.value', 'f.title', 's.path'])
    .distinctOn(['f.created_at', 'f.id'])
    .where('f.account', '=', account)
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id')
    .execute();
  return rows;
}

export async function follows(db: Db, account: string, value: string): Promise<boolean> {
  const row = await notificationsDb(db)
    .selectFrom('notifications_followed')
    .select('id')
    .where('account', '=', account)
    .where('value', '=', value)
    .executeTakeFirst();
  return row !== undefined;
}

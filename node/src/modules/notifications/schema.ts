import type { Kysely } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { LangText, Locale } from '../../kernel/i18n/locale.ts';
import type { TableClass } from '../../kernel/module/module.ts';
import type { Json, Timestamp } from '../../kernel/subjects/index.ts';
import { CONFIRM_HOURS, type Frequency, type Sort } from './vocabulary.ts';

/** What an account follows. */
export interface FollowedTable {
  id: string;
  account: string;
  sort: Sort;
  /** A subject or a node as URL, or a topic. */
  value: string;
  /** As it was called then. */
  title: Json<LangText>;
  created_at: Timestamp;
}

/** How an account hears of what it follows. */
export interface ReaderTable {
  account: string;
  /** Names the account in addresses that reach others: letters and feeds. */
  id: string;
  /** Confirmed by its owner; null where no letters are wanted. */
  address: string | null;
  frequency: Frequency;
  /** Language of the letters. */
  locale: Locale;
  /** Counts up when the address of the feed is made anew. */
  feed_version: number;
  /** What was news up to then has been sent. */
  sent_until: Timestamp;
  /** When the mail server refused the address for good; letters have stopped since. */
  refused_at: Timestamp | null;
}

/** An address that waits to be confirmed; only a hash of the secret in the letter is kept. */
export interface ConfirmationTable {
  hash: string;
  account: string;
  address: string;
  frequency: Exclude<Frequency, 'off'>;
  locale: Locale;
  created_at: Timestamp;
}

export type NotificationsTables = {
  notifications_followed: FollowedTable;
  notifications_reader: ReaderTable;
  notifications_confirmation: ConfirmationTable;
};

export function notificationsDb(db: Db | Tx): Kysely<KernelTables & NotificationsTables> {
  return db.withTables<NotificationsTables>() as unknown as Kysely<KernelTables & NotificationsTables>;
}

export const tables: Record<keyof NotificationsTables, TableClass> = {
  notifications_followed: {
    kind: 'private',
    retention: 'while-active',
    exportFor: (tx, account) =>
      notificationsDb(tx)
        .selectFrom('notifications_followed')
        .select(['sort', 'value', 'title', 'created_at'])
        .where('account', '=', account)
        .orderBy('created_at')
        .execute(),
    eraseFor: (tx, account) => erase(tx, 'notifications_followed', account),
  },
  notifications_reader: {
    kind: 'private',
    retention: 'while-active',
    exportFor: (tx, account) =>
      notificationsDb(tx)
        .selectFrom('notifications_reader')
        .select(['address', 'frequency', 'locale', 'sent_until', 'refused_at'])
        .where('account', '=', account)
        .execute(),
    eraseFor: (tx, account) => erase(tx, 'notifications_reader', account),
  },
  notifications_confirmation: {
    kind: 'private',
    retention: `PT${CONFIRM_HOURS}H`,
    exportFor: (tx, account) =>
      notificationsDb(tx)
        .selectFrom('notifications_confirmation')
        .select(['address', 'frequency', 'created_at'])
        .where('account', '=', account)
        .execute(),
    eraseFor: (tx, account) => erase(tx, 'notifications_confirmation', account),
    async expire(tx, now) {
      const before = new Date(now.getTime() - CONFIRM_HOURS * 3_600_000);
      await notificationsDb(tx)
        .deleteFrom('notifications_confirmation')
        .where('created_at', '<=', before)
        .execute();
    },
  },
};

async function erase(tx: Tx, table: keyof NotificationsTables, account: string): Promise<void> {
  // The three tables share the column.
  await notificationsDb(tx)
    .deleteFrom(table as 'notifications_followed')
    .where('account', '=', account)
    .execute();
}

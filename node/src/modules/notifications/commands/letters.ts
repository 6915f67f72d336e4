import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { type Actor, requireAccount } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { newSecret } from '../../../kernel/login/index.ts';
import { sha256Hex } from '../../../kernel/sha256.ts';
import { LetterLinkExpired, TooManyLetters } from '../error.ts';
import { notificationsDb, type ReaderTable } from '../schema.ts';
import { CONFIRM_HOURS, type Frequency } from '../vocabulary.ts';

/** Letters to confirm an address that one account can ask for in a day. */
const MOST_CONFIRMATIONS = 4;

export interface Wish {
  address: string;
  frequency: Exclude<Frequency, 'off'>;
  locale: Locale;
}

/** Keeps a wish for letters until its address is confirmed. The secret goes into a letter to it. @throws TooManyLetters */
export async function askForLetters(kernel: Kernel, actor: Actor, wish: Wish): Promise<string> {
  const { account } = requireAccount(actor);
  const secret = newSecret();
  const now = kernel.clock.now();
  await kernel.database.transaction(async (tx) => {
    const db = notificationsDb(tx);
    await db.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute();
    const { count } = await db
      .selectFrom('notifications_confirmation')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('account', '=', account)
      .where('created_at', '>', hoursBefore(now, CONFIRM_HOURS))
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_CONFIRMATIONS) throw new TooManyLetters('too many addresses to confirm');
    await db
      .insertInto('notifications_confirmation')
      .values({ hash: sha256Hex(secret), account, created_at: now, ...wish })
      .execute();
  });
  return secret;
}

/** The owner of the address has opened the link: letters go there from now on. @throws LetterLinkExpired */
export async function confirmAddress(kernel: Kernel, secret: string): Promise<void> {
  await kernel.database.transaction(async (tx) => {
    const wish = await notificationsDb(tx)
      .selectFrom('notifications_confirmation')
      .select(['account', 'address', 'frequency', 'locale'])
      .where('hash', '=', sha256Hex(secret))
      .where('created_at', '>', hoursBefore(kernel.clock.now(), CONFIRM_HOURS))
      .executeTakeFirst();
    if (wish === undefined) throw new LetterLinkExpired('no such confirmation');
    const { account, ...changes } = wish;
    await changeReader(tx, kernel, account, { ...changes, refused_at: null });
    await notificationsDb(tx)
      .deleteFrom('notifications_confirmation')
      .where('account', '=', account)
      .where('address', '=', wish.address)
      .execute();
  });
}

/** Other letters to the address that is confirmed already, or none. With none the address is forgotten. */
export async function changeLetters(
  kernel: Kernel,
  actor: Actor,
  { frequency, locale }: { frequency: Frequency; locale: Locale },
): Promise<void> {
  const { account } = requireAccount(actor);
  await kernel.database.transaction((tx) =>
    changeReader(tx, kernel, account, {
      frequency,
      locale,
      refused_at: null,
      ...(frequency === 'off' && { address: null }),
    }),
  );
}

/** From the link in a letter: whoever has the letter may stop it. */
export async function stopLetters({ db }: Pick<Kernel, 'db'>, id: string): Promise<void> {
  await notificationsDb(db)
    .updateTable('notifications_reader')
    .set({ frequency: 'off', address: null })
    .where('id', '=', id)
    .execute();
}

/** The address of the personal feed becomes another; the old one leads nowhere. Makes the first one too. */
export async function renewFeed(kernel: Kernel, actor: Actor): Promise<void> {
  const { account } = requireAccount(actor);
  await kernel.database.transaction(async (tx) => {
    await changeReader(tx, kernel, account, {});
    await notificationsDb(tx)
      .updateTable('notifications_reader')
      .set((eb) => ({ feed_version: eb('feed_version', '+', 1) }))
      .where('account', '=', account)
      .execute();
  });
}

async function changeReader(
  tx: Tx,
  { clock }: Pick<Kernel, 'clock'>,
  account: string,
  changes: Partial<Pick<ReaderTable, 'address' | 'frequency' | 'locale'>> & { refused_at?: null },
): Promise<void> {
  const first = {
    frequency: 'off' as const,
    locale: 'en' as const,
    feed_version: 0,
    sent_until: clock.now(),
  };
  await notificationsDb(tx)
    .insertInto('notifications_reader')
    .values({ account, id: uuidv7(), ...first, ...changes })
    .onConflict((conflict) =>
      Object.keys(changes).length === 0
        ? conflict.column('account').doNothing()
        : conflict.column('account').doUpdateSet(changes),
    )
    .execute();
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}

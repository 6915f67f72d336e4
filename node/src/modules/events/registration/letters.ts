import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { eventsDb, type LetterTable } from '../schema.ts';

export const SEND_LETTERS = 'events.send-letters';

interface Letters {
  registrations: readonly string[];
  what: LetterTable['what'];
  /** What they are about, where one can get several of a sort. */
  about?: string;
  now: Date;
}

/** Writes letters to those who gave an address, in the transaction that causes them; a job sends them. */
export async function writeLetters(tx: Tx, { registrations, what, about = '', now }: Letters): Promise<void> {
  if (registrations.length === 0) return;
  const wanted = await eventsDb(tx)
    .selectFrom('events_registration')
    .select('id')
    .where('id', 'in', [...registrations])
    .where('email', 'is not', null)
    .execute();
  const letters = wanted.map(({ id }) => ({ registration: id, about }));
  await putLetters(tx, { what, letters, now });
}

/** The same where each is about something of its own; the one that was written before stays as it is. */
export async function putLetters(
  tx: Tx,
  {
    what,
    letters,
    now,
  }: Pick<Letters, 'what' | 'now'> & { letters: readonly { registration: string; about: string }[] },
): Promise<void> {
  if (letters.length === 0) return;
  await eventsDb(tx)
    .insertInto('events_letter')
    .values(
      letters.map((letter) => ({
        ...{ id: uuidv7(), ...letter, what, tries: 0 },
        asked_at: now,
        claimed_until: null,
        sent_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['registration', 'what', 'about']).doNothing())
    .execute();
}

/** Has letters sent once the transaction is through, rather than within the minute. */
export async function sendLettersSoon(tx: Tx, { jobs }: Pick<Kernel, 'jobs'>): Promise<void> {
  await jobs.send(tx, SEND_LETTERS, {}, { key: SEND_LETTERS });
}

import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { JobDefinition } from '../../../kernel/module/module.ts';
import { eventsDb } from '../schema.ts';
import { composeLetter, type LetterFacts } from './compose.ts';
import { SEND_LETTERS } from './letters.ts';

const BATCH = 50;
/** While one process sends a letter, no other does; whoever dies over it lets it be sent again. */
const CLAIM_MINUTES = 10;
/** What a mail server refuses so often it will not take. */
const MOST_TRIES = 5;

/** Sends the letters that are asked for and not sent. Each is claimed first, sent, and then marked: twice only after a crash. */
export const sendLettersJob: JobDefinition = {
  name: SEND_LETTERS,
  cron: '* * * * *',
  async run(kernel) {
    const { mailer } = kernel.login;
    if (mailer === null) return;
    for (;;) {
      const claimed = await claim(kernel);
      for (const id of claimed) await send(kernel, mailer, id);
      if (claimed.length < BATCH) return;
    }
  },
};

async function claim({ db, clock }: Kernel): Promise<string[]> {
  const now = clock.now();
  const free = eventsDb(db)
    .selectFrom('events_letter')
    .select('id')
    .where('sent_at', 'is', null)
    .where('tries', '<', MOST_TRIES)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .orderBy('asked_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked();
  const rows = await eventsDb(db)
    .updateTable('events_letter')
    .set({
      claimed_until: new Date(now.getTime() + CLAIM_MINUTES * 60_000),
      tries: sql<number>`tries + 1`,
    })
    .where('id', 'in', free)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function send(
  kernel: Kernel,
  mailer: NonNullable<Kernel['login']['mailer']>,
  id: string,
): Promise<void> {
  const facts = await readFacts(kernel, id);
  // Whoever cancelled meanwhile gets no letter, nor whoever took the address back.
  if (facts === null) return;
  const letter = composeLetter(kernel, facts);
  try {
    await mailer.send({ to: facts.email, ...letter });
  } catch (error) {
    // What the server said may repeat the address: it stays out of the log.
    const { code, responseCode } = error as Record<string, unknown>;
    kernel.log.warn({ letter: id, code, responseCode }, 'a letter about an event was not taken');
    return;
  }
  await eventsDb(kernel.db)
    .updateTable('events_letter')
    .set({ sent_at: kernel.clock.now() })
    .where('id', '=', id)
    .execute();
}

async function readFacts({ db }: Pick<Kernel, 'db'>, id: string): Promise<LetterFacts | null> {
  const row = await eventsDb(db)
    .selectFrom('events_letter as letter')
    .innerJoin('events_registration as r', 'r.id', 'letter.registration')
    .innerJoin('events_event as e', 'e.id', 'r.event')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select(['letter.what', 'letter.about', 'r.email', 'r.locale', 'r.event', 'e.body'])
    .where('letter.id', '=', id)
    .where('l.role', '=', 'own')
    .where('e.state', '<>', 'erased')
    .executeTakeFirst();
  return row === undefined || row.email === null ? null : { ...row, email: row.email };
}

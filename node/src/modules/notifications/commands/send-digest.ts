import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { MOST_IN_LETTER, makeDigest } from '../digest.ts';
import { newsFor, readReader } from '../read.ts';
import { notificationsDb } from '../schema.ts';

export const SEND = 'notifications.send';
const MONDAY = 1;
/** A transaction that is still open may note what it learnt a moment ago: its news come with the next letter. */
const SETTLE_MS = 5 * 60_000;

/** Once a day: a job for each reader whose letter is due. Weekly ones come on Mondays. */
export async function planDigests({ database, jobs, clock }: Kernel): Promise<void> {
  const now = clock.now();
  const due = now.getUTCDay() === MONDAY ? (['daily', 'weekly'] as const) : (['daily'] as const);
  await database.transaction(async (tx) => {
    const readers = await notificationsDb(tx)
      .selectFrom('notifications_reader')
      .select('account')
      .where('frequency', 'in', due)
      .where('address', 'is not', null)
      .execute();
    for (const { account } of readers) {
      await jobs.send(tx, SEND, { account, at: now.toISOString() }, { key: account });
    }
  });
}

/**
 * Sends one reader what is new since the last letter; none where nothing is. A letter that went out while the process died
 * goes out again with the same Message-ID, by which mail programs show it once.
 */
export async function sendDigest(
  kernel: Kernel,
  { account, at }: { account: string; at: string },
): Promise<void> {
  const { mailer } = kernel.login;
  const reader = await readReader(kernel.db, { account });
  if (mailer === null || reader === null || reader.address === null || reader.frequency === 'off') return;
  const [since, until] = [reader.sent_until, new Date(Date.parse(at) - SETTLE_MS)];
  if (until <= since) return;
  const news = await newsFor(kernel, account, { since, until, limit: MOST_IN_LETTER + 1 });
  if (news.length > 0) {
    const letter = makeDigest(kernel, { reader, news, names: await nodeNames(kernel), until });
    try {
      await mailer.send({ to: reader.address, ...letter });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await stopRefused(kernel, reader.id, reader.address);
      return;
    }
  }
  await notificationsDb(kernel.db)
    .updateTable('notifications_reader')
    .set({ sent_until: until })
    .where('account', '=', account)
    .where('sent_until', '=', since)
    .execute();
}

/** The server is well, and does not take letters to this address (RFC 5321, section 4.2.1: 5yz is for good). */
function isRefusal(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  return command === 'RCPT TO' && Number(responseCode) >= 500;
}

async function stopRefused({ db, clock, log }: Kernel, id: string, address: string): Promise<void> {
  await notificationsDb(db)
    .updateTable('notifications_reader')
    .set({ frequency: 'off', refused_at: clock.now() })
    .where('id', '=', id)
    .where('address', '=', address)
    .execute();
  log.warn({ reader: id }, 'an address refused its letters; they have stopped');
}

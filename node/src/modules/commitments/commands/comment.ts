import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { audit } from '../../../kernel/identity/audit.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { openProcess, redeem, requireAdmitted, scopeOf } from '../../../kernel/participation/index.ts';
import { requireLive } from '../../../kernel/subjects/index.ts';
import { NotFound, TooManyRequests } from '../../../kernel/web/error.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

export const COMMENT_LIMITS = { text: 3000, name: 60, reason: 500 } as const;

const HOUR = 3600;
const MOST_AN_HOUR = 10;
/** Anybody who is logged in, also with an e-mail address alone; people of partner nodes too. */
const ADMITS = { level: 'none', notified: false, guests: true } as const;

/**
 * Keeps what a person wrote below a commitment of ours, under a pseudonym of this commitment alone or a name of their
 * choice. It is no record: personal data never enters the log. @throws NotAPerson, NotFound, TooManyRequests
 */
export async function addComment(
  kernel: Kernel,
  actor: Actor,
  { commitment, text, name }: { commitment: string; text: string; name: string | null },
): Promise<string> {
  const { account } = requireAdmitted(actor, ADMITS);
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, SUBJECTS.commitment, commitment);
    await requirePace(tx, kernel, account);
    const process = `/commitments/${commitment}/comments`;
    await openOnce(tx, kernel, process);
    const { participant } = await redeem(tx, kernel, scopeOf(process), { type: 'account', actor });
    const { pseudonym } = participant;
    return await insert(tx, kernel, { commitment, account, name, pseudonym, text, answers: null });
  });
}

/** Answers a comment in the name of those who lead the commitment. @throws NotFound */
export async function answerComment(
  kernel: Kernel,
  actor: Actor,
  { commitment, comment, text }: { commitment: string; comment: string; text: string },
): Promise<string> {
  require(actor, 'commitments.report');
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, SUBJECTS.commitment, commitment);
    await requireComment(tx, commitment, comment);
    const by = { account: null, name: null, pseudonym: null };
    return await insert(tx, kernel, { commitment, ...by, text, answers: comment });
  });
}

/** Hides a comment with a reason that everybody sees, or shows it again (`reason` null). @throws NotFound */
export async function hideComment(
  kernel: Kernel,
  actor: Actor,
  { commitment, comment, reason }: { commitment: string; comment: string; reason: string | null },
): Promise<void> {
  require(actor, 'commitments.moderate');
  await kernel.database.transaction(async (tx) => {
    await requireComment(tx, commitment, comment);
    await commitmentsDb(tx)
      .updateTable('commitments_comment')
      .set({ hidden_at: reason === null ? null : kernel.clock.now(), hidden_reason: reason })
      .where('id', '=', comment)
      .execute();
    const act = reason === null ? 'comment.show' : 'comment.hide';
    await audit(tx, kernel, actor, { act, subject: `/commitments/${commitment}#comment-${comment}` });
  });
}

interface NewComment {
  commitment: string;
  account: string | null;
  name: string | null;
  pseudonym: string | null;
  text: string;
  answers: string | null;
}

async function insert(tx: Tx, { clock }: Kernel, comment: NewComment): Promise<string> {
  const id = uuidv7();
  await commitmentsDb(tx)
    .insertInto('commitments_comment')
    .values({ id, ...comment, created_at: clock.now() })
    .execute();
  return id;
}

async function requireComment(tx: Tx, commitment: string, comment: string): Promise<void> {
  const row = await commitmentsDb(tx)
    .selectFrom('commitments_comment')
    .select('id')
    .where('id', '=', comment)
    .where('commitment', '=', commitment)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('comment');
}

async function requirePace(tx: Tx, { clock }: Kernel, account: string): Promise<void> {
  const since = new Date(clock.now().getTime() - HOUR * 1000);
  const rows = await commitmentsDb(tx)
    .selectFrom('commitments_comment')
    .select('id')
    .where('account', '=', account)
    .where('created_at', '>', since)
    .limit(MOST_AN_HOUR)
    .execute();
  if (rows.length >= MOST_AN_HOUR) throw new TooManyRequests(HOUR);
}

/** The first comment below a commitment makes the key of its pseudonyms. */
async function openOnce(tx: Tx, kernel: Kernel, process: string): Promise<void> {
  const known = await tx
    .selectFrom('participation_process')
    .select('process')
    .where('process', '=', process)
    .executeTakeFirst();
  if (known === undefined) await openProcess(tx, kernel, process, ADMITS);
}

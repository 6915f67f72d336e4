import type { Kernel } from '../../../kernel/kernel.ts';
import { namesOf } from './names.ts';

export interface ApprovalView {
  id: string;
  act: string;
  subject: string;
  reason: string;
  askedBy: string;
  askedByName: string | null;
  askedAt: Date;
  expiresAt: Date;
  outcome: 'confirmed' | 'refused' | null;
  decidedByName: string | null;
  decidedAt: Date | null;
}

const MOST_DECIDED = 20;

/** What waits, and what was decided lately. */
export async function loadApprovals({
  db,
  clock,
}: Kernel): Promise<{ waiting: ApprovalView[]; decided: ApprovalView[] }> {
  const all = db.selectFrom('approval').selectAll();
  const waiting = await all
    .where('outcome', 'is', null)
    .where('expires_at', '>', clock.now())
    .orderBy('asked_at')
    .execute();
  const decided = await all
    .where('outcome', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(MOST_DECIDED)
    .execute();
  const names = await namesOf(
    db,
    [...waiting, ...decided].flatMap((row) => [row.asked_by, row.decided_by ?? '']),
  );
  const view = (row: (typeof waiting)[number]): ApprovalView => ({
    id: row.id,
    act: row.act,
    subject: row.subject,
    reason: row.reason,
    askedBy: row.asked_by,
    askedByName: names.get(row.asked_by) ?? null,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    outcome: row.outcome,
    decidedByName: names.get(row.decided_by ?? '') ?? null,
    decidedAt: row.decided_at,
  });
  return { waiting: waiting.map(view), decided: decided.map(view) };
}

export async function countWaiting({ db, clock }: Kernel): Promise<number> {
  const { count } = await db
    .selectFrom('approval')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('outcome', 'is', null)
    .where('expires_at', '>', clock.now())
    .executeTakeFirstOrThrow();
  return Number(count);
}

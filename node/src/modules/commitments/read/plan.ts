import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readSubjectRow, type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Commitment } from '../commitment.ts';
import { type PlanCompletion, planCompletion } from '../computed/completion.ts';
import type { Plan } from '../plan.ts';
import { SUBJECTS } from '../subjects.ts';
import { readSaid, type Said } from './said.ts';
import { type Standing, standingOf } from './standing.ts';

export interface PlanItem {
  plan: SubjectRow<Plan>;
  commitments: Array<{ commitment: SubjectRow<Commitment>; said: Said; standing: Standing }>;
  completion: PlanCompletion;
  /** Commitments past their deadline, or with a milestone past its own. */
  overdue: number;
  disputed: number;
  provenance: Map<string, Provenance>;
}

/** A plan holds fewer; beyond this the list of commitments is the way. */
const MOST = 500;

/** A plan at a glance: its commitments in the plan's own order, each with where it stands. */
export async function loadPlan(kernel: Kernel, host: string | null, id: string): Promise<PlanItem | null> {
  const plan = await readSubjectRow(kernel, SUBJECTS.plan, host, id);
  if (plan === null) return null;
  const rows = await subjectRows(kernel, SUBJECTS.commitment)
    .where(sql<string>`t.plan`, '=', plan.sub)
    .where('t.log', '=', plan.log)
    .where('t.state', '=', 'live')
    .orderBy('t.published_at')
    .orderBy('t.id')
    .limit(MOST)
    .execute();
  const commitments = rows.map((row) => subjectRow<Commitment>(row)).sort(byNumber);
  const [said, provenance] = await Promise.all([
    readSaid(kernel, commitments),
    loadProvenance(kernel, [plan, ...commitments]),
  ]);
  const now = kernel.clock.now();
  const items = commitments.map((commitment) => {
    const own = said.get(commitment.sub) ?? { leads: [], reports: [], assessments: [] };
    return { commitment, said: own, standing: standingOf(commitment.body, own, now) };
  });
  return {
    plan,
    commitments: items,
    completion: planCompletion(items.map(({ standing }) => standing.completion.status)),
    overdue: items.filter(({ standing }) => isOverdue(standing)).length,
    disputed: items.filter(({ standing }) => standing.disputed).length,
    provenance,
  };
}

export function isOverdue({ timing, steps }: Standing): boolean {
  if (timing.state === 'done') return false;
  return timing.state === 'overdue' || [...steps.values()].some(({ state }) => state === 'overdue');
}

/** As a person counts: C2 before C10, and what has no number at the end. */
function byNumber(a: SubjectRow<Commitment>, b: SubjectRow<Commitment>): number {
  const [first, second] = [a.body.number, b.body.number];
  if (first === undefined || second === undefined) return first === second ? 0 : first === undefined ? 1 : -1;
  return first.localeCompare(second, 'en', { numeric: true });
}

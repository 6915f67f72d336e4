import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import { type PlanCompletion, planCompletion } from '../computed/completion.ts';
import { readSubjectRow, type SubjectRow, subjectRow, subjectRows } from './rows.ts';
import { readSaid, type Said } from './said.ts';
import { type Standing, standingOf } from './standing.ts';

export interface PlanItem {
  plan: SubjectRow<'plan'>;
  commitments: Array<{ commitment: SubjectRow<'commitment'>; said: Said; standing: Standing }>;
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
  const plan = await readSubjectRow(kernel, 'plan', host, id);
  if (plan === null) return null;
  const rows = await subjectRows(kernel, 'commitment')
    .innerJoin('commitments_commitment as c', (join) =>
      join.onRef('c.log', '=', 't.log').onRef('c.id', '=', 't.id'),
    )
    .where('c.plan', '=', plan.sub)
    .where('t.log', '=', plan.log)
    .where('t.state', '=', 'live')
    .orderBy('t.published_at')
    .orderBy('t.id')
    .limit(MOST)
    .execute();
  const commitments = rows.map((row) => subjectRow<'commitment'>(row)).sort(byNumber);
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

const byPlace = cursor(z.tuple([z.iso.datetime(), z.int(), z.uuid()]));

/** Live plans of this node and its partners, newest first. */
export async function listPlans(
  kernel: Pick<Kernel, 'db'>,
  page: PageRequest,
): Promise<Paged<SubjectRow<'plan'>>> {
  const after = page.after === null ? null : byPlace.decode(page.after);
  const rows = await subjectRows(kernel, 'plan')
    .where('t.state', '=', 'live')
    .$if(after !== null, (query) => {
      const [at, log, id] = after ?? ['', 0, ''];
      return query.where((eb) =>
        eb(eb.refTuple('t.published_at', 't.log', 't.id'), '<', eb.tuple(new Date(at), log, id)),
      );
    })
    .orderBy('t.published_at', 'desc')
    .orderBy('t.log', 'desc')
    .orderBy('t.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const { items, next } = cutPage(rows, page.limit, byPlace, (row) => [
    row.published_at.toISOString(),
    row.log,
    row.id,
  ]);
  return { items: items.map((row) => subjectRow<'plan'>(row)), next };
}

/** As a person counts: C2 before C10, and what has no number at the end. */
function byNumber(a: SubjectRow<'commitment'>, b: SubjectRow<'commitment'>): number {
  const [first, second] = [a.body.number, b.body.number];
  if (first === undefined || second === undefined) return first === second ? 0 : first === undefined ? 1 : -1;
  return first.localeCompare(second, 'en', { numeric: true });
}

import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readSubjectRow, type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Commitment } from '../commitment.ts';
import { type EvidenceCheck, readEvidenceChecks } from '../evidence/checks.ts';
import type { Plan } from '../plan.ts';
import { SUBJECTS } from '../subjects.ts';
import { readSaid, type Said } from './said.ts';
import { type Standing, standingOf } from './standing.ts';

export interface CommitmentItem {
  commitment: SubjectRow<Commitment>;
  /** Its plan, where a log that we show holds it. */
  plan: SubjectRow<Plan> | null;
  said: Said;
  standing: Standing;
  /** Who signed and who checked each record that stands on the page, by `jti`. */
  provenance: Map<string, Provenance>;
  /** What became of the evidence since, by digest. */
  evidence: Map<string, EvidenceCheck>;
}

/** A commitment with its claims, its assessments, and what follows from them. */
export async function loadCommitment(
  kernel: Kernel,
  host: string | null,
  id: string,
): Promise<CommitmentItem | null> {
  const commitment = await readSubjectRow(kernel, SUBJECTS.commitment, host, id);
  if (commitment === null) return null;
  const erased = commitment.state === 'erased';
  const terms = erased ? [] : [commitment];
  const [said, plan] = await Promise.all([
    readSaid(kernel, terms),
    erased || commitment.body.plan === undefined ? null : planAt(kernel, commitment.body.plan),
  ]);
  const own = said.get(commitment.sub) ?? { leads: [], reports: [], assessments: [] };
  const records = [commitment, ...own.leads, ...own.reports, ...own.assessments];
  const handedIn = [...own.reports, ...own.assessments].flatMap(({ body }) => body.evidence ?? []);
  const [provenance, evidence] = await Promise.all([
    loadProvenance(kernel, records),
    readEvidenceChecks(kernel.db, handedIn),
  ]);
  const body = erased
    ? { milestones: [], zone: 'UTC', leads: [], title: { source: 'en', en: '' } }
    : commitment.body;
  return {
    commitment,
    plan,
    said: own,
    standing: standingOf(body, own, kernel.clock.now()),
    provenance,
    evidence,
  };
}

async function planAt(kernel: Pick<Kernel, 'db'>, sub: string): Promise<SubjectRow<Plan> | null> {
  const row = await subjectRows(kernel, SUBJECTS.plan)
    .where('t.sub', '=', sub)
    .where('t.state', '=', 'live')
    .executeTakeFirst();
  return row === undefined ? null : subjectRow<Plan>(row);
}

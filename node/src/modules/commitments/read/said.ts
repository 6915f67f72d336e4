import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Assessment } from '../assessment.ts';
import type { Commitment } from '../commitment.ts';
import type { Claim } from '../computed/claims.ts';
import type { Lead } from '../lead.ts';
import type { Report } from '../report.ts';
import { SUBJECTS } from '../subjects.ts';

/** Reports are kept apart by whether they count: those of strangers are records like any other, and claim nothing here. */
export interface ReportRow extends SubjectRow<Report> {
  commitment: string;
  claimedAt: Date;
  counts: boolean;
}

export interface LeadRow extends SubjectRow<Lead> {
  commitment: string;
}

export interface AssessmentRow extends SubjectRow<Assessment> {
  commitment: string;
  /** By a node that leads the commitment with others. */
  byLead: boolean;
}

/** What was said of some commitments in all logs that are shown, by the commitment's subject. */
export interface Said {
  leads: LeadRow[];
  reports: ReportRow[];
  assessments: AssessmentRow[];
}

/** A commitment, as far as it decides whose word counts. */
export interface Terms {
  sub: string;
  node: string;
  body: { leads: ReadonlyArray<{ node?: string | undefined }> };
}

/** Three queries, however many commitments. */
export async function readSaid(
  kernel: Pick<Kernel, 'db'>,
  commitments: readonly Terms[],
): Promise<Map<string, Said>> {
  const said = new Map(
    commitments.map(({ sub }) => [sub, { leads: [], reports: [], assessments: [] } as Said]),
  );
  const subs = [...said.keys()];
  if (subs.length === 0) return said;
  const [leads, reports, assessments] = await Promise.all([
    of(kernel, 'lead', subs).execute(),
    of(kernel, 'report', subs).select(sql<Date>`t.claimed_at`.as('claimed_at')).execute(),
    of(kernel, 'assessment', subs).execute(),
  ]);
  for (const { commitment, ...row } of leads) {
    said.get(commitment)?.leads.push({ ...subjectRow<Lead>(row), commitment });
  }
  const counting = new Map(
    commitments.map((terms) => [terms.sub, countingNodes(terms, said.get(terms.sub)?.leads ?? [])]),
  );
  for (const { commitment, claimed_at: claimedAt, ...row } of reports) {
    const counts = counting.get(commitment)?.has(row.node) ?? false;
    said.get(commitment)?.reports.push({ ...subjectRow<Report>(row), commitment, claimedAt, counts });
  }
  for (const { commitment, ...row } of assessments) {
    const byLead = counting.get(commitment)?.has(row.node) ?? false;
    said.get(commitment)?.assessments.push({ ...subjectRow<Assessment>(row), commitment, byLead });
  }
  return said;
}

/** Nodes whose reports count: who wrote the commitment, and whoever is named in it and has said yes. */
export function countingNodes({ node, body }: Terms, accepted: readonly { node: string }[]): Set<string> {
  const named = new Set(
    body.leads.flatMap((lead) => (lead.node === undefined ? [] : [new URL(lead.node).origin])),
  );
  return new Set([node, ...accepted.map((lead) => lead.node).filter((one) => named.has(one))]);
}

/** The claims of the reports that count; of a lead that took on some milestones, only what it says of those. */
export function claimsOf({ reports, leads }: Said, milestones: Commitment['milestones']): Claim[] {
  const parts = new Map(leads.map(({ node, body }) => [node, body.milestones]));
  return reports
    .filter(({ counts }) => counts)
    .map(({ jti, node, claimedAt, body }) => {
      const took = parts.get(node);
      const own = took === undefined ? null : stepsOfMilestones(milestones, took);
      return {
        jti,
        signedAt: claimedAt,
        status: body.status,
        milestones: (body.milestones ?? []).filter(({ key }) => own === null || own.has(key)),
      };
    });
}

/** The keys of some milestones and of their indicators. */
export function stepsOfMilestones(
  milestones: Commitment['milestones'],
  keys: readonly string[],
): Set<string> {
  return new Set(
    milestones
      .filter(({ key }) => keys.includes(key))
      .flatMap(({ key, indicators = [] }) => [key, ...indicators.map((one) => one.key)]),
  );
}

/** Live rows about some commitments, oldest first. */
function of(kernel: Pick<Kernel, 'db'>, thing: 'lead' | 'report' | 'assessment', subs: readonly string[]) {
  return subjectRows(kernel, SUBJECTS[thing])
    .select(sql<string>`t.commitment`.as('commitment'))
    .where(sql<string>`t.commitment`, 'in', subs)
    .where('t.state', '=', 'live')
    .orderBy('t.published_at')
    .orderBy('t.id');
}

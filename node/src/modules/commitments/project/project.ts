import { sql } from 'kysely';
import { endOfDay } from '../../../kernel/calendar/day.ts';
import type { Tx } from '../../../kernel/database/tables.ts';
import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import { RefusedRecord } from '../../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../../kernel/records/record.ts';
import { idOf, saveVersion } from '../../../kernel/subjects/index.ts';
import type { Assessment } from '../assessment.ts';
import type { Commitment } from '../commitment.ts';
import type { Lead } from '../lead.ts';
import type { Plan } from '../plan.ts';
import type { Report } from '../report.ts';
import { SUBJECTS } from '../subjects.ts';

export async function projectPlan(tx: Tx, record: SignedRecord<Plan>, context: RecordContext): Promise<void> {
  const { title, programme } = record.body;
  await saveVersion(tx, SUBJECTS.plan, record, context, { title: JSON.stringify(title), programme });
}

export async function projectCommitment(
  tx: Tx,
  record: SignedRecord<Commitment>,
  context: RecordContext,
): Promise<void> {
  const { title, plan = null, areas = [], leads, end, zone } = record.body;
  await saveVersion(tx, SUBJECTS.commitment, record, context, {
    title: JSON.stringify(title),
    languages: languagesOf(title),
    plan,
    areas: [...new Set(areas)],
    leads: [...new Set(leads.flatMap(({ node }) => (node === undefined ? [] : [new URL(node).origin])))],
    due_at: end === undefined ? null : endOfDay(end, zone),
  });
}

export async function projectLead(tx: Tx, record: SignedRecord<Lead>, context: RecordContext): Promise<void> {
  const { commitment } = record.body;
  requireReference(commitment);
  // Who wrote the commitment leads it by that.
  if (commitment.origin.node === context.node) throw new RefusedRecord('own-commitment');
  await saveVersion(tx, SUBJECTS.lead, record, context, { commitment: commitment.sub });
}

export async function projectReport(
  tx: Tx,
  record: SignedRecord<Report>,
  context: RecordContext,
): Promise<void> {
  const { commitment, status, milestones = [] } = record.body;
  requireReference(commitment);
  const claims = {
    status,
    milestones: milestones.map(({ key, status: of, value }) => ({ key, status: of, value })),
  };
  await saveVersion(
    tx,
    SUBJECTS.report,
    record,
    context,
    {
      commitment: commitment.sub,
      status,
      claims: JSON.stringify(claims),
      claimed_at: new Date(record.iat * 1000),
    },
    {
      claimed_at: sql`case when commitments_report.claims = excluded.claims
        then commitments_report.claimed_at else excluded.claimed_at end`,
    },
  );
}

export async function projectAssessment(
  tx: Tx,
  record: SignedRecord<Assessment>,
  context: RecordContext,
): Promise<void> {
  const { commitment, codes } = record.body;
  requireReference(commitment);
  if (commitment.origin.node === context.node) throw new RefusedRecord('own-commitment');
  await saveVersion(tx, SUBJECTS.assessment, record, context, {
    commitment: commitment.sub,
    scheme: codes.scheme,
    completion: codes.completion,
  });
}

/** A reference that contradicts itself would attach a claim to a promise of somebody else. */
function requireReference({ sub, origin }: Report['commitment']): void {
  if (idOf(SUBJECTS.commitment, sub) === null || new URL(sub).origin !== origin.node) {
    throw new RefusedRecord('bad-reference');
  }
}

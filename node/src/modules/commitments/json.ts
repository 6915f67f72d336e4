import { z } from 'zod';
import {
  type Names,
  type SubjectRow,
  subjectFields,
  subjectFieldsJson,
  subjectJson,
  subjectSchema,
} from '../../kernel/subjects/index.ts';
import { verificationJson, verificationSchema } from '../../kernel/web/api/verification.ts';
import type { Provenance } from '../../kernel/web/page.ts';
import type { Timing } from './computed/overdue.ts';
import { evidenceKey } from './evidence/checks.ts';
import type { CommitmentItem, CommitmentRow, PlanItem } from './read.ts';

/** Commitments and what is said of them as programs read them, on the API and at their pages' own addresses. */

/** An object of which this says no more than that: the schema of its record says the rest. */
const loose = z.record(z.string(), z.unknown());

export const timingSchema = z
  .object({
    state: z.enum(['no-deadline', 'planned', 'overdue', 'done']),
    deadline: z.iso.datetime().nullable().describe('When the last local day of the deadline is over.'),
    days: z.int().nullable().describe('Whole days left, or over.'),
    late: z.boolean().describe('Done, and after the deadline.'),
    by: z.uuid().nullable().describe('The report since which it is claimed complete.'),
  })
  .meta({ id: 'CommitmentTiming' });

const stepGap = {
  state: z.enum(['agrees', 'claims-more', 'claims-less', 'cannot-tell']),
  claimed: z.string().nullable(),
  found: z.string(),
  steps: z
    .int()
    .nullable()
    .describe('Claim minus finding on the four steps; null where one of them is no step.'),
};

export const judgementSchema = z
  .object({
    assessment: z.uuid().describe('Record of the assessment.'),
    byLead: z.boolean().describe('Its author leads the commitment with others, so it is not independent.'),
    gap: z.object({
      ...stepGap,
      milestones: z.array(z.object({ key: z.string(), ...stepGap })),
      laterClaim: z.boolean().describe('The claim is newer than the one that was assessed.'),
    }),
    star: z
      .object({
        starred: z.boolean(),
        conditions: z.object({
          specificity: z.boolean(),
          relevance: z.boolean(),
          impact: z.boolean(),
          completion: z.boolean(),
        }),
      })
      .nullable()
      .describe('Only of assessments on the scheme irm-2015.'),
  })
  .meta({ id: 'CommitmentJudgement' });

const stepSchema = z.object({
  key: z.string(),
  status: z.string().nullable(),
  timing: timingSchema,
  progress: z
    .object({ baseline: z.number(), target: z.number(), value: z.number(), share: z.number() })
    .nullable(),
});

export const standingSchema = z
  .object({
    status: z.string().nullable().describe('As the latest report that counts has it.'),
    claim: z.uuid().nullable().describe('That report.'),
    timing: timingSchema,
    complete: z.int().describe('Milestones claimed complete.'),
    of: z.int(),
    steps: z.array(stepSchema).describe('Milestones and indicators in their order.'),
    judgements: z.array(judgementSchema),
    disputed: z.boolean(),
  })
  .meta({ id: 'CommitmentStanding' });

const evidenceSchema = z.object({
  sha256: z.string(),
  url: z.url(),
  outcome: z.enum(['same', 'changed', 'gone', 'unreachable']),
  checkedAt: z.iso.datetime(),
  seen: z.string().nullable().describe('SHA-256 of what the address answered instead.'),
});

export const commitmentSchema = subjectSchema
  .extend({
    standing: standingSchema,
    leads: z.array(subjectSchema).describe('Nodes that said that they lead it too.'),
    reports: z.array(subjectSchema.extend({ counts: z.boolean() })),
    assessments: z.array(subjectSchema.extend({ byLead: z.boolean() })),
    evidence: z.array(evidenceSchema).describe('What this node saw when it last asked for the evidence.'),
  })
  .meta({ id: 'Commitment' });

export const commitmentSummarySchema = z
  .object({
    ...subjectFields,
    title: loose,
    plan: z.string().nullable(),
    areas: z.array(z.string()),
    dueAt: z.iso.datetime().nullable(),
    status: z.string().nullable(),
    overdue: z.boolean(),
    assessments: z.int(),
    disputed: z.boolean(),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'CommitmentSummary' });

export const planItemSchema = subjectSchema
  .extend({
    commitments: z.array(
      z.object({ sub: z.url(), path: z.string(), title: loose, standing: standingSchema }),
    ),
    byStatus: z.record(z.string(), z.int()),
    high: z.int().describe('Claimed substantial or complete.'),
    of: z.int(),
    overdue: z.int(),
    disputed: z.int(),
  })
  .meta({ id: 'CommitmentPlan' });

export function summaryJson(row: CommitmentRow, provenance: Provenance | undefined, names: Names) {
  const { title, plan, areas, dueAt, status, overdue, assessments, disputed } = row;
  return {
    ...subjectFieldsJson(row, names),
    ...{ title, plan, areas: [...areas], status, overdue, assessments, disputed },
    dueAt: dueAt?.toISOString() ?? null,
    verification: verificationJson(provenance),
  };
}

export function commitmentJson(item: CommitmentItem, names: Names) {
  const { commitment, said, provenance, evidence } = item;
  const one = (row: SubjectRow) => subjectJson(row, provenance.get(row.jti), names);
  const handedIn = [...said.reports, ...said.assessments].flatMap(({ body }) => body.evidence ?? []);
  return {
    ...one(commitment),
    standing: standingJson(item.standing),
    leads: said.leads.map(one),
    reports: said.reports.map((row) => ({ ...one(row), counts: row.counts })),
    assessments: said.assessments.map((row) => ({ ...one(row), byLead: row.byLead })),
    evidence: handedIn.flatMap(({ url, sha256 }) => {
      const check = evidence.get(evidenceKey({ url, sha256 }) ?? '');
      return check === undefined || url === undefined || sha256 === undefined
        ? []
        : [
            {
              url,
              sha256,
              outcome: check.outcome,
              seen: check.seen,
              checkedAt: check.checkedAt.toISOString(),
            },
          ];
    }),
  };
}

export function planJson(
  { plan, commitments, completion, overdue, disputed, provenance }: PlanItem,
  names: Names,
) {
  return {
    ...subjectJson(plan, provenance.get(plan.jti), names),
    commitments: commitments.map(({ commitment, standing }) => ({
      sub: commitment.sub,
      path: commitment.path,
      title: commitment.body.title,
      standing: standingJson(standing),
    })),
    ...completion,
    overdue,
    disputed,
  };
}

export function standingJson({
  completion,
  timing,
  steps,
  judgements,
  disputed,
}: CommitmentItem['standing']) {
  const flat = completion.milestones.flatMap((milestone) => [milestone, ...milestone.indicators]);
  return {
    status: completion.status,
    claim: completion.claim?.jti ?? null,
    timing: timingJson(timing),
    complete: completion.complete,
    of: completion.of,
    steps: flat.map(({ key, status, progress }) => ({
      key,
      status,
      progress,
      timing: timingJson(steps.get(key) ?? { state: 'no-deadline' }),
    })),
    judgements: judgements.map(({ assessment, gap, star }) => ({
      assessment: assessment.jti,
      byLead: assessment.byLead,
      gap,
      star,
    })),
    disputed,
  };
}

function timingJson(timing: Timing) {
  const { state } = timing;
  const deadline = state === 'no-deadline' ? null : (timing.deadline?.toISOString() ?? null);
  const days = state === 'planned' ? timing.daysLeft : state === 'overdue' ? timing.daysOver : null;
  const done = state === 'done' ? { late: timing.late, by: timing.by.jti } : { late: false, by: null };
  return { state, deadline, days, ...done };
}

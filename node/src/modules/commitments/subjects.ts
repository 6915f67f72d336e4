import { subject } from '../../kernel/subjects/index.ts';
import type { Assessment } from './assessment.ts';
import type { Commitment } from './commitment.ts';
import type { Lead } from './lead.ts';
import type { Plan } from './plan.ts';
import type { Reference } from './reference.ts';
import type { Report } from './report.ts';

/** What has an address in this module. */
export const SUBJECTS = {
  plan: subject<Plan>('plan', 'commitments_plan', '/commitments/plans/'),
  commitment: subject<Commitment>('commitment', 'commitments_commitment', '/commitments/'),
  lead: subject<Lead>('lead', 'commitments_lead', '/commitments/leads/'),
  report: subject<Report>('report', 'commitments_report', '/commitments/reports/'),
  assessment: subject<Assessment>('assessment', 'commitments_assessment', '/commitments/assessments/'),
  reference: subject<Reference>('reference', 'commitments_reference', '/commitments/references/'),
} as const;
export type Thing = keyof typeof SUBJECTS;

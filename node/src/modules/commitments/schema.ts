import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import type { TableClass } from '../../kernel/module/module.ts';
import type { Json, SubjectColumns, Timestamp } from '../../kernel/subjects/index.ts';
import type { Assessment } from './assessment.ts';
import type { Commitment } from './commitment.ts';
import type { Claim } from './computed/claims.ts';
import type { Lead } from './lead.ts';
import type { Plan } from './plan.ts';
import type { Reference } from './reference.ts';
import type { Report } from './report.ts';

export interface PlanTable extends SubjectColumns<Plan> {
  title: Json<LangText>;
  programme: string;
}

export interface CommitmentTable extends SubjectColumns<Commitment> {
  title: Json<LangText>;
  languages: string[];
  plan: string | null;
  areas: string[];
  /** Origins of the nodes that it names as leads. */
  leads: string[];
  /** When the last local day of its end is over. */
  due_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}

export interface LeadTable extends SubjectColumns<Lead> {
  /** Subject of the commitment at its origin; in another log than this row, or in none that we hold. */
  commitment: string;
}

export interface ReportTable extends SubjectColumns<Report> {
  commitment: string;
  status: string;
  /** What is claimed, and since when it is claimed so: a revision that leaves it as it was leaves the time too. */
  claims: Json<Pick<Claim, 'status' | 'milestones'>>;
  claimed_at: Timestamp;
}

export interface AssessmentTable extends SubjectColumns<Assessment> {
  commitment: string;
  scheme: string;
  completion: string;
}

export interface ReferenceTable extends SubjectColumns<Reference> {
  title: Json<LangText>;
  format: string;
  sha256: string;
  commitments: number;
  countries: number;
}

/** A commitment of a file that is kept to compare with; read from the file's blob, and nobody's promise here. */
export interface ReferenceRowTable {
  log: number;
  reference: string;
  row: number;
  country: string;
  plan: string;
  number: string | null;
  title: string;
  lang: string;
  theme: string | null;
  areas: string[];
  completion: string | null;
  star: boolean | null;
  body: Json<Record<string, unknown>>;
}

/** What this node saw when it asked again for evidence. */
export interface EvidenceTable {
  sha256: string;
  url: string;
  outcome: 'same' | 'changed' | 'gone' | 'unreachable';
  seen: string | null;
  checked_at: Timestamp;
}

export type CommitmentsTables = {
  commitments_plan: PlanTable;
  commitments_commitment: CommitmentTable;
  commitments_lead: LeadTable;
  commitments_report: ReportTable;
  commitments_assessment: AssessmentTable;
  commitments_reference: ReferenceTable;
  commitments_reference_row: ReferenceRowTable;
  commitments_evidence: EvidenceTable;
};

const logDerived: TableClass = { kind: 'log-derived' };

export const tables: Record<keyof CommitmentsTables, TableClass> = {
  commitments_plan: logDerived,
  commitments_commitment: logDerived,
  commitments_lead: logDerived,
  commitments_report: logDerived,
  commitments_assessment: logDerived,
  commitments_reference: logDerived,
  commitments_reference_row: logDerived,
  commitments_evidence: { kind: 'operational' },
};

export type CommitmentsDb = Kysely<KernelTables & CommitmentsTables>;
export type CommitmentsTx = Transaction<KernelTables & CommitmentsTables>;

/** The kernel's database (or transaction) as this module sees it. */
export function commitmentsDb(db: Db | Tx): CommitmentsDb {
  return db.withTables<CommitmentsTables>() as unknown as CommitmentsDb;
}

import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
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

/** A file that was handed in with a form, until what it belongs to is published. */
export interface UploadTable {
  draft: string;
  sha256: string;
  bytes: Uint8Array;
  media_type: string;
  created_at: Timestamp;
}

/** A plan or commitment of a file of ours that waits for a person to publish it; its id becomes that of the subject. */
export interface WaitingTable {
  id: string;
  thing: 'plan' | 'commitment';
  /** SHA-256 of the file. */
  file: string;
  place: number;
  body: Json<Record<string, unknown>>;
  created_at: Timestamp;
}

/** What somebody wrote below a commitment of ours. */
export interface CommentTable {
  id: string;
  /** Id of the commitment. */
  commitment: string;
  /** Null for an answer of those who lead it, and after erasure. */
  account: string | null;
  /** As the person chose to be called here; null: by the pseudonym. */
  name: string | null;
  pseudonym: string | null;
  text: string;
  /** The comment that those who lead it answer with this one. */
  answers: string | null;
  created_at: Timestamp;
  hidden_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  hidden_reason: ColumnType<string | null, string | null | undefined, string | null>;
  erased_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
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
  commitments_upload: UploadTable;
  commitments_waiting: WaitingTable;
  commitments_comment: CommentTable;
};

export type CommitmentsDb = Kysely<KernelTables & CommitmentsTables>;
export type CommitmentsTx = Transaction<KernelTables & CommitmentsTables>;

/** The kernel's database (or transaction) as this module sees it. */
export function commitmentsDb(db: Db | Tx): CommitmentsDb {
  return db.withTables<CommitmentsTables>() as unknown as CommitmentsDb;
}

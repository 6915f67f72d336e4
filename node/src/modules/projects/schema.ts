import type { ColumnType, Kysely } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import type { TableClass } from '../../kernel/module/module.ts';
import type { Json, SubjectColumns } from '../../kernel/subjects/index.ts';
import type { Answer, Call } from './call.ts';
import type { Decision, Vote } from './decision.ts';
import type { Entry } from './entry.ts';
import type { Expert } from './expert.ts';
import type { Membership } from './membership.ts';
import type { Output } from './output.ts';
import type { Project } from './project.ts';
import type { Update } from './update.ts';

type Moment = ColumnType<Date | null, Date | string | null, Date | string | null>;

export interface ProjectTable extends SubjectColumns<Project> {
  title: Json<LangText>;
  topics: string[];
  languages: string[];
}

/** Who was ever invited, by any version: what a member did stays in the ledger when it is not listed any more. */
export interface InvitedTable {
  log: number;
  id: string;
  node: string;
}

/** What is said of a project; its subject at its origin, in another log than this row or in none that we hold. */
interface OfProject {
  project: string;
}

export interface VoteTable extends SubjectColumns<Vote>, OfProject {
  decision: string;
}

export interface EntryTable extends SubjectColumns<Entry>, OfProject {
  number: number;
}

export interface CallTable extends SubjectColumns<Call> {
  project: string | null;
  title: Json<LangText>;
  topics: string[];
  languages: string[];
  /** When the last local day of its deadline is over. */
  due_at: ColumnType<Date, Date | string, Date | string>;
}

export interface AnswerTable extends SubjectColumns<Answer> {
  call: string;
}

export interface ExpertTable extends SubjectColumns<Expert> {
  title: Json<LangText>;
  topics: string[];
  languages: string[];
  until_at: Moment;
}

export type ProjectsTables = {
  projects_project: ProjectTable;
  projects_invited: InvitedTable;
  projects_membership: SubjectColumns<Membership> & OfProject;
  projects_entry: EntryTable;
  projects_decision: SubjectColumns<Decision> & OfProject;
  projects_vote: VoteTable;
  projects_output: SubjectColumns<Output> & OfProject;
  projects_update: SubjectColumns<Update> & OfProject;
  projects_call: CallTable;
  projects_answer: AnswerTable;
  projects_offer: ExpertTable;
  projects_request: ExpertTable;
};

const logDerived: TableClass = { kind: 'log-derived' };

export const tables: Record<keyof ProjectsTables, TableClass> = {
  projects_project: logDerived,
  projects_invited: logDerived,
  projects_membership: logDerived,
  projects_entry: logDerived,
  projects_decision: logDerived,
  projects_vote: logDerived,
  projects_output: logDerived,
  projects_update: logDerived,
  projects_call: logDerived,
  projects_answer: logDerived,
  projects_offer: logDerived,
  projects_request: logDerived,
};

export type ProjectsDb = Kysely<KernelTables & ProjectsTables>;

/** The kernel's database (or transaction) as this module sees it. */
export function projectsDb(db: Db | Tx): ProjectsDb {
  return db.withTables<ProjectsTables>() as unknown as ProjectsDb;
}

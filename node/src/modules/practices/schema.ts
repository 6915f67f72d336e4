import type { Kysely, Transaction } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import type { TableClass } from '../../kernel/module/module.ts';
import type { Json, SubjectColumns } from '../../kernel/subjects/index.ts';
import type { Adoption } from './adoption.ts';
import type { Practice } from './practice.ts';

/** The latest version of each practice, ours and the partners'. */
export interface PracticeTable extends SubjectColumns<Practice> {
  title: Json<LangText>;
  summary: Json<LangText>;
  /** Languages in which title and summary can be read, the original first. */
  languages: string[];
  stage: string;
  level: string;
  topics: string[];
}

/** Readable addresses, those of earlier titles included, so that old links go on working. */
export interface SlugTable {
  log: number;
  slug: string;
  id: string;
}

/** The latest version of each adoption in any log that we hold. */
export interface AdoptionTable extends SubjectColumns<Adoption> {
  /** Subject of the practice at its origin; in another log than this row, or in none that we hold. */
  practice: string;
  /** Subject of the adoption that it builds on; null where it builds on the practice itself. */
  source: string | null;
  status: string;
  since: string;
}

export type PracticesTables = {
  practices_practice: PracticeTable;
  practices_slug: SlugTable;
  practices_adoption: AdoptionTable;
};

export const tables: Record<keyof PracticesTables, TableClass> = {
  practices_practice: { kind: 'log-derived' },
  practices_slug: { kind: 'log-derived' },
  practices_adoption: { kind: 'log-derived' },
};

export type PracticesDb = Kysely<KernelTables & PracticesTables>;
export type PracticesTx = Transaction<KernelTables & PracticesTables>;

/** The kernel's database (or transaction) as this module sees it. */
export function practicesDb(db: Db | Tx): PracticesDb {
  return db.withTables<PracticesTables>() as unknown as PracticesDb;
}

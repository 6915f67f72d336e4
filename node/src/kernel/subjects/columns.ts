import type { ColumnType, Kysely } from 'kysely';
import type { Db, KernelTables } from '../database/tables.ts';

export type SubjectState = 'live' | 'withdrawn' | 'erased';
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type Json<T> = ColumnType<T, string, string>;

/** The latest version of a subject in any log that we hold: columns that every module's table of subjects begins with. */
export interface SubjectColumns<Body> {
  log: number;
  id: string;
  /** The record of this version. */
  jti: string;
  /** Its address at its origin. */
  sub: string;
  version: number;
  state: SubjectState;
  published_at: Timestamp;
  updated_at: Timestamp;
  body: Json<Body>;
}

/** Stands for the table of any subject: which one it is, its `Subject` says. */
export const ANY = 'subject_of_module';

interface AnySubject {
  [ANY]: SubjectColumns<unknown>;
}

export function subjectsDb(db: Db): Kysely<KernelTables & AnySubject> {
  return db as unknown as Kysely<KernelTables & AnySubject>;
}

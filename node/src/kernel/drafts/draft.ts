import type { Selectable } from 'kysely';
import type { DraftTable } from '../database/tables/drafts.ts';
import type { TypedValues } from '../web/form.ts';

/** What somebody has typed into a long form and not sent yet. */
export interface Draft {
  /** UUIDv7; a form may give it to the thing that comes of the draft, so that nothing comes of it twice. */
  id: string;
  /** Which form: `<module>/<name>`. */
  form: string;
  /** Path of what is being changed; null where something new is written. */
  subject: string | null;
  typed: TypedValues;
  createdAt: Date;
  updatedAt: Date;
}

/** Drafts erase themselves so long after the last change. */
export const DRAFT_DAYS = 90;
export const MOST_DRAFTS = 50;
export const MOST_DRAFT_BYTES = 512 * 1024;

export function draftOf(row: Selectable<DraftTable>): Draft {
  const { id, form, subject, typed, created_at: createdAt, updated_at: updatedAt } = row;
  return { id, form, subject, typed, createdAt, updatedAt };
}

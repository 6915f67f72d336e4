import type { TypedValues } from '../../web/form.ts';
import type { Json, Timestamp } from './columns.ts';

/** What somebody has typed into a long form and not sent yet. */
export interface DraftTable {
  id: string;
  /** `person:<account>`, `guest:<account>` or `staff:<token>`. */
  owner: string;
  /** Which form: `<module>/<name>`. */
  form: string;
  /** Path of what is being changed; null where something new is written. */
  subject: string | null;
  /** By field name, as it was typed. */
  typed: Json<TypedValues>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

import type { Kernel } from '../../../kernel/kernel.ts';
import { commitmentsDb } from '../schema.ts';

/** A comment as the page shows it: of one that is hidden or erased, not what it said. */
export interface Comment {
  id: string;
  /** A name of the person's choice, or the beginning of the pseudonym; null for those who lead the commitment. */
  by: { name: string | null; pseudonym: string } | null;
  text: string | null;
  at: Date;
  hidden: { at: Date; reason: string } | null;
  erased: boolean;
  answers: readonly Comment[];
}

const MOST = 500;
const SHOWN = 6;

/** Comments below a commitment of ours, oldest first, each with the answers of those who lead it. */
export async function readComments({ db }: Pick<Kernel, 'db'>, commitment: string): Promise<Comment[]> {
  const rows = await commitmentsDb(db)
    .selectFrom('commitments_comment')
    .selectAll()
    .where('commitment', '=', commitment)
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST)
    .execute();
  const all = rows.map(({ answers, hidden_at, hidden_reason, erased_at, ...row }) => ({
    to: answers,
    id: row.id,
    by:
      answers !== null || erased_at !== null
        ? null
        : { name: row.name, pseudonym: (row.pseudonym ?? '').slice(0, SHOWN) },
    text: hidden_at !== null || erased_at !== null ? null : row.text,
    at: row.created_at,
    hidden: hidden_at === null ? null : { at: hidden_at, reason: hidden_reason ?? '' },
    erased: erased_at !== null,
  }));
  return all
    .filter(({ to }) => to === null)
    .map(({ to: _to, ...comment }) => ({
      ...comment,
      answers: all
        .filter((one) => one.to === comment.id)
        .map(({ to: _of, ...answer }) => ({ ...answer, answers: [] })),
    }));
}

import { sql } from 'kysely';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { commitmentsDb } from '../schema.ts';

/** A plan or commitment out of a file of ours, until a person publishes it. */
export interface Waiting {
  id: string;
  thing: 'plan' | 'commitment';
  title: LangText;
  file: string;
  createdAt: Date;
}

/** What waits to be published, file by file, each in the order of its file. */
export async function listWaiting({ db, ownLog }: Pick<Kernel, 'db' | 'ownLog'>): Promise<Waiting[]> {
  const rows = await unpublished(db, ownLog)
    .orderBy('w.created_at')
    .orderBy('w.file')
    .orderBy('w.place')
    .execute();
  return rows.map(({ body, created_at: createdAt, ...row }) => ({
    ...row,
    createdAt,
    title: body.title as LangText,
  }));
}

export async function readWaiting({ db, ownLog }: Pick<Kernel, 'db' | 'ownLog'>, id: string) {
  return (await unpublished(db, ownLog).where('w.id', '=', id).executeTakeFirst()) ?? null;
}

/** What was published has its place among the subjects, with the same id. */
function unpublished(db: Kernel['db'], log: number) {
  return commitmentsDb(db)
    .selectFrom('commitments_waiting as w')
    .select(['w.id', 'w.thing', 'w.file', 'w.body', 'w.created_at'])
    .where(
      sql<boolean>`not exists (select from commitments_plan s where s.log = ${log} and s.id = w.id)
        and not exists (select from commitments_commitment s where s.log = ${log} and s.id = w.id)`,
    );
}

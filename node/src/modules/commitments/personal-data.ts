import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/tables.ts';
import { DRAFT_DAYS, draftsOf } from '../../kernel/drafts/index.ts';
import type { TableClass } from '../../kernel/module/module.ts';
import { commitmentsDb } from './schema.ts';

/** Files of drafts live and go with them. */
export const upload: TableClass = {
  kind: 'private',
  retention: `P${DRAFT_DAYS}D after the last change of the draft`,
  exportFor: (tx, account) =>
    commitmentsDb(tx)
      .selectFrom('commitments_upload')
      .select(['draft', 'sha256', 'media_type', 'created_at'])
      .select(sql<number>`length(bytes)`.as('size'))
      .where('draft', 'in', draftsOf(tx, account))
      .execute(),
  async eraseFor(tx, account) {
    await commitmentsDb(tx)
      .deleteFrom('commitments_upload')
      .where('draft', 'in', draftsOf(tx, account))
      .execute();
    await dropOrphans(tx);
  },
  expire: dropOrphans,
};

/** What stands below a commitment stays in its place, without who wrote it and what. */
export const comment: TableClass = {
  kind: 'private',
  retention: 'while-active',
  exportFor: (tx, account) =>
    commitmentsDb(tx)
      .selectFrom('commitments_comment')
      .select(['id', 'commitment', 'name', 'text', 'created_at', 'hidden_at', 'hidden_reason'])
      .where('account', '=', account)
      .orderBy('created_at')
      .execute(),
  async eraseFor(tx, account, { now }) {
    await commitmentsDb(tx)
      .updateTable('commitments_comment')
      .set({ account: null, name: null, pseudonym: null, text: '', erased_at: now })
      .where('account', '=', account)
      .execute();
  },
};

async function dropOrphans(tx: Tx): Promise<void> {
  await sql`delete from commitments_upload u where not exists (select from draft d where d.id = u.draft)`.execute(
    tx,
  );
}

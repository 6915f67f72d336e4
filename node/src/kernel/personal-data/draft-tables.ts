import { DRAFT_DAYS } from '../drafts/draft.ts';
import { ownedBy } from '../drafts/owner.ts';
import type { TableClass } from '../module/module.ts';

const DAY_MS = 24 * 3_600_000;

export const draft: TableClass = {
  kind: 'private',
  retention: `P${DRAFT_DAYS}D after the last change`,
  exportFor: (tx, id) =>
    tx
      .selectFrom('draft')
      .select(['form', 'subject', 'typed', 'created_at', 'updated_at'])
      .where(ownedBy(id))
      .orderBy('created_at')
      .execute(),
  async eraseFor(tx, id) {
    await tx.deleteFrom('draft').where(ownedBy(id)).execute();
  },
  async expire(tx, now) {
    const before = new Date(now.getTime() - DRAFT_DAYS * DAY_MS);
    await tx.deleteFrom('draft').where('updated_at', '<=', before).execute();
  },
};

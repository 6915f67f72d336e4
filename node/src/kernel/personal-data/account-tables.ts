import type { TableClass } from '../module/module.ts';

export const account: TableClass = {
  kind: 'private',
  retention: 'P3Y after it is erased, without name and subject, as long as the audit names its id',
  exportFor: (tx, id) =>
    tx
      .selectFrom('account')
      .select(['id', 'issuer', 'subject', 'display_name', 'created_at', 'last_login_at'])
      .where('id', '=', id)
      .execute(),
  async eraseFor(tx, id, { now }) {
    await tx
      .updateTable('account')
      .set({ subject: null, display_name: null, last_login_at: null, erased_at: now })
      .where('id', '=', id)
      .execute();
  },
  async expire(tx, now) {
    await tx.deleteFrom('account').where('erased_at', '<=', yearsBefore(now, 3)).execute();
  },
};

export const accountIdentifier: TableClass = {
  kind: 'private',
  retention:
    'while-active; a lasting identifier P1Y longer, as a keyed hash, so that nobody takes part twice',
  exportFor: (tx, id) =>
    tx
      .selectFrom('account_identifier')
      .select(['hash', 'lasting', 'removed_at'])
      .where('account', '=', id)
      .execute(),
  async eraseFor(tx, id, { rememberUntil }) {
    await tx
      .deleteFrom('account_identifier')
      .where('account', '=', id)
      .where('lasting', '=', false)
      .execute();
    await tx
      .updateTable('account_identifier')
      .set({ account: null, until: rememberUntil, removed_at: null })
      .where('account', '=', id)
      .execute();
  },
  async expire(tx, now) {
    await tx.deleteFrom('account_identifier').where('until', '<=', now).execute();
  },
};

export const session: TableClass = {
  kind: 'private',
  retention: 'PT12H after the last use, P7D at most',
  exportFor: (tx, id) =>
    tx
      .selectFrom('session')
      .select([
        'created_at',
        'seen_at',
        'expires_at',
        'method',
        'level',
        'notified',
        'authenticated_at',
        'browser',
      ])
      .where('account', '=', id)
      .execute(),
  async eraseFor(tx, id) {
    await tx.deleteFrom('session').where('account', '=', id).execute();
  },
};

export function yearsBefore(now: Date, years: number): Date {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

import type { TableClass } from '../module/module.ts';

export const passkey: TableClass = {
  kind: 'private',
  retention: 'while-active',
  exportFor: (tx, account) =>
    tx
      .selectFrom('passkey')
      .select(['id', 'level', 'notified', 'label', 'created_at', 'used_at'])
      .where('account', '=', account)
      .execute(),
  async eraseFor(tx, account) {
    await tx.deleteFrom('passkey').where('account', '=', account).execute();
  },
};

/** Steps name no account: an address that a letter went to, until its link ends. An account is erased before they matter. */
export const loginStep: TableClass = {
  kind: 'private',
  retention: 'PT30M',
  exportFor: async () => [],
  eraseFor: async () => {},
  async expire(tx, now) {
    await tx.deleteFrom('login_step').where('expires_at', '<=', now).execute();
  },
};

/** Logins at other nodes that are under way, by subject. A subject that is erased is answered for no more. */
export const providerState: TableClass = {
  kind: 'private',
  retention: 'PT1H',
  exportFor: async () => [],
  eraseFor: async () => {},
  async expire(tx, now) {
    await tx.deleteFrom('provider_state').where('expires_at', '<=', now).execute();
  },
};

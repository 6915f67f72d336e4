import type { TableClass } from '../module/module.ts';
import { yearsBefore } from './account-tables.ts';

const DAY_MS = 24 * 3_600_000;

export const roleGrant: TableClass = {
  kind: 'private',
  retention: 'while-active',
  exportFor: (tx, id) =>
    tx
      .selectFrom('role_grant')
      .select(['role', 'resource', 'granted_at'])
      .where('account', '=', id)
      .execute(),
  async eraseFor(tx, id) {
    await tx.deleteFrom('role_grant').where('account', '=', id).execute();
  },
};

export const token: TableClass = {
  kind: 'private',
  retention: 'P1Y after it ended',
  exportFor: (tx, id) =>
    tx
      .selectFrom('token')
      .select(['id', 'name', 'permissions', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
      .where('made_by', '=', `person:${id}`)
      .execute(),
  /** Its tokens ended with its roles (`endWhatWasGiven`); the names were the person's own words. */
  async eraseFor(tx, id) {
    await tx.updateTable('token').set({ name: '' }).where('made_by', '=', `person:${id}`).execute();
  },
  async expire(tx, now) {
    const year = yearsBefore(now, 1);
    await tx
      .deleteFrom('token')
      .where((eb) => eb.or([eb('revoked_at', '<=', year), eb('expires_at', '<=', year)]))
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('session').select('id').whereRef('session.token', '=', 'token.id'))),
      )
      .execute();
  },
};

export const invitation: TableClass = {
  kind: 'private',
  retention: 'P90D after it ended',
  exportFor: (tx, id) =>
    tx
      .selectFrom('invitation')
      .select(['invitee', 'grants', 'created_at', 'expires_at', 'accepted_at'])
      .where((eb) => eb.or([eb('accepted_by', '=', id), eb('invited_by', '=', `person:${id}`)]))
      .execute(),
  async eraseFor(tx, id) {
    await tx.deleteFrom('invitation').where('invited_by', '=', `person:${id}`).execute();
    await tx.updateTable('invitation').set({ accepted_by: null }).where('accepted_by', '=', id).execute();
  },
  async expire(tx, now) {
    const before = new Date(now.getTime() - 90 * DAY_MS);
    await tx
      .deleteFrom('invitation')
      .where((eb) =>
        eb.or([
          eb('expires_at', '<=', before),
          eb('accepted_at', '<=', before),
          eb('revoked_at', '<=', before),
        ]),
      )
      .execute();
  },
};

export const approval: TableClass = {
  kind: 'private',
  retention: 'P3Y, with the id of the account and no name',
  exportFor: (tx, id) =>
    tx
      .selectFrom('approval')
      .select(['act', 'subject', 'reason', 'asked_at', 'outcome', 'decided_at'])
      .where((eb) => eb.or([eb('asked_by', '=', `person:${id}`), eb('decided_by', '=', `person:${id}`)]))
      .execute(),
  /** What an office did stays accountable; the name behind the id is gone with the account. */
  eraseFor: async () => {},
  async expire(tx, now) {
    await tx.deleteFrom('approval').where('asked_at', '<=', yearsBefore(now, 3)).execute();
  },
};

export const audit: TableClass = {
  kind: 'private',
  retention: 'P3Y, with the id of the account and no name',
  exportFor: (tx, id) =>
    tx
      .selectFrom('audit')
      .select(['at', 'act', 'subject', 'detail'])
      .where((eb) => eb.or([eb('actor', '=', `person:${id}`), eb('acting_for', '=', id)]))
      .orderBy('id')
      .execute(),
  eraseFor: async () => {},
  async expire(tx, now) {
    await tx.deleteFrom('audit').where('at', '<=', yearsBefore(now, 3)).execute();
  },
};

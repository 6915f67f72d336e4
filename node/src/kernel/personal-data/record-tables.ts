import type { TableClass } from '../module/module.ts';

const untilObjectionsEnd = 'until the objection period of the process ends';

export const authorship: TableClass = {
  kind: 'private',
  retention: 'while-active',
  exportFor: (tx, id) =>
    tx.selectFrom('authorship').select(['jti', 'at']).where('account', '=', id).orderBy('at').execute(),
  async eraseFor(tx, id) {
    await tx.deleteFrom('authorship').where('account', '=', id).execute();
  },
};

/** Of records in the own log; erased by records, which partners follow. */
export const disclosure: TableClass = {
  kind: 'private',
  retention: 'while-active',
  exportFor: (tx, id) =>
    tx
      .selectFrom('disclosure as d')
      .innerJoin('log as l', 'l.id', 'd.log')
      .innerJoin('authorship as a', 'a.jti', 'd.jti')
      .select(['d.jti', 'd.disclosure'])
      .where('l.role', '=', 'own')
      .where('a.account', '=', id)
      .execute(),
  eraseFor: async () => {},
};

/** No row names an account; `tracesOf` tells a person what is theirs. Pseudonyms that took part outlive the account. */
export const participation: TableClass = {
  kind: 'private',
  retention: untilObjectionsEnd,
  exportFor: async () => [],
  eraseFor: async () => {},
};

export const participationRecord: TableClass = participation;

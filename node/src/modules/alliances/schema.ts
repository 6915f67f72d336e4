import type { Kysely } from 'kysely';
import type { Db, KernelTables, Tx } from '../../kernel/database/tables.ts';
import type { TableClass } from '../../kernel/module/module.ts';
import type { BodyOf, SubjectColumns, Timestamp } from '../../kernel/subjects/index.ts';
import type { SUBJECTS } from './subjects.ts';

type Of<Thing extends keyof typeof SUBJECTS> = SubjectColumns<BodyOf<(typeof SUBJECTS)[Thing]>> & {
  /** Entity identifier of the alliance that it speaks of. */
  alliance: string;
};
/** What others name word for word: SHA-256 of the record. */
interface Named {
  digest: string;
}

export type AlliancesTables = {
  alliances_charter: Of<'charter'> & Named;
  alliances_declaration: Of<'declaration'> & Named;
  alliances_signature: Of<'signature'>;
  alliances_hand_over: Of<'handOver'> & Named;
  alliances_chair_answer: Of<'chairAnswer'>;
  alliances_group: Of<'group'>;
  alliances_group_membership: Of<'groupMembership'>;
  alliances_meeting: Of<'meeting'> & { starts_at: Timestamp; ends_at: Timestamp };
  alliances_contribution: Of<'contribution'>;
};

const logDerived: TableClass = { kind: 'log-derived' };

export const tables: Record<keyof AlliancesTables, TableClass> = {
  alliances_charter: logDerived,
  alliances_declaration: logDerived,
  alliances_signature: logDerived,
  alliances_hand_over: logDerived,
  alliances_chair_answer: logDerived,
  alliances_group: logDerived,
  alliances_group_membership: logDerived,
  alliances_meeting: logDerived,
  alliances_contribution: logDerived,
};

/** The kernel's database (or transaction) as this module sees it. */
export function alliancesDb(db: Db | Tx): Kysely<KernelTables & AlliancesTables> {
  return db.withTables<AlliancesTables>() as unknown as Kysely<KernelTables & AlliancesTables>;
}

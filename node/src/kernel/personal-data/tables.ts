import type { KernelTables } from '../database/tables.ts';
import type { TableClass } from '../module/module.ts';
import { account, accountIdentifier, session } from './account-tables.ts';
import { draft } from './draft-tables.ts';
import { loginStep, passkey, providerState } from './login-tables.ts';
import { authorship, disclosure, participation, participationRecord } from './record-tables.ts';
import { approval, audit, invitation, roleGrant, token } from './staff-tables.ts';

const operational: TableClass = { kind: 'operational' };
const cache: TableClass = { kind: 'cache' };
const logDerived: TableClass = { kind: 'log-derived' };

/**
 * Every table of the kernel, and whether it holds something of a person. The type asks for each: a new table does not
 * compile until it says what becomes of it when a person asks.
 */
export const kernelTables: Record<keyof KernelTables, TableClass> = {
  account,
  account_identifier: accountIdentifier,
  agreement: operational,
  alert: operational,
  alliance: operational,
  alliance_invitation: operational,
  alliance_key: operational,
  alliance_mark: operational,
  approval,
  audit,
  authorship,
  blob: operational,
  blob_use: operational,
  cosignature: operational,
  cosigner: operational,
  disclosure,
  draft,
  entry: operational,
  idempotency: cache,
  invitation,
  key: operational,
  lease: operational,
  log: operational,
  log_key: operational,
  login_step: loginStep,
  participation,
  participation_process: operational,
  participation_record: participationRecord,
  membership: operational,
  notice: cache,
  own_mark: cache,
  partner: operational,
  passkey,
  pending: operational,
  provider_state: providerState,
  record_key: logDerived,
  role_grant: roleGrant,
  search: cache,
  session,
  setting: operational,
  subject: logDerived,
  subordinate: operational,
  tile: operational,
  token,
  trust_chain: cache,
  trust_evidence: operational,
  trust_pin: operational,
  witness_key: operational,
  witness_recall: operational,
};

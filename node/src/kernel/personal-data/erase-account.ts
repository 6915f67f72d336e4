import { randomInt } from 'node:crypto';
import type { Tx } from '../database/tables.ts';
import { type Account, readAccount } from '../identity/accounts.ts';
import type { Actor } from '../identity/actor.ts';
import { audit } from '../identity/audit.ts';
import { endWhatWasGiven } from '../identity/grants.ts';
import type { Kernel } from '../kernel.ts';
import { type Trace, tracesOf } from '../participation/index.ts';
import type { EraseReason } from '../records/record.ts';
import { yearsBefore } from './account-tables.ts';
import { privateTables } from './walk.ts';

export const ERASE_RECORDS = 'kernel.erase-records';
const WITHIN_MS = 24 * 3_600_000;
const MOST_RECORDS = 500;

const BASIS = 'erased with the account of its author';

/**
 * Erases an account: what every table holds of it, and the personal fields of its records, here and at the partners. The
 * pseudonyms that it used stay until the objection periods end, and a lasting identifier stays known for as long, so that
 * registering again makes nobody a second person.
 * @throws NoSuchAccount
 */
export async function eraseAccount(
  kernel: Kernel,
  actor: Actor,
  account: string,
  reason: Extract<EraseReason, 'person-request' | 'retention'> = 'person-request',
): Promise<void> {
  const now = kernel.clock.now();
  await kernel.database.transaction(async (tx) => {
    await tx.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute();
    const person = await readAccount(tx, account);
    const traces = await tracesOf(tx, kernel, person);
    await eraseRecords(tx, kernel, person, traces, reason);
    await endWhatWasGiven(tx, kernel, account, { roles: 'none' });
    const when = { now, rememberUntil: rememberUntil(now, traces) };
    for (const [, { eraseFor }] of privateTables(kernel)) await eraseFor(tx, account, when);
    if (reason === 'retention' || actor.type !== 'guest') {
      await audit(tx, kernel, actor, {
        act: 'account.erase',
        subject: `person:${account}`,
        detail: { reason },
      });
    }
  });
}

/**
 * Those under the own name at once. Those of each pseudonym by a record of their own and at another time: one record, or
 * one moment, for all of them would tell everybody that they belong together.
 */
async function eraseRecords(
  tx: Tx,
  kernel: Kernel,
  person: Account,
  traces: readonly Trace[],
  reason: EraseReason,
): Promise<void> {
  const own = await tx.selectFrom('authorship').select('jti').where('account', '=', person.id).execute();
  for (const jtis of await withDisclosures(
    tx,
    kernel,
    own.map(({ jti }) => jti),
  )) {
    await kernel.records.erase(tx, { type: 'system', reason: 'erasure' }, jtis, reason, BASIS);
  }
  for (const trace of traces) {
    for (const jtis of await withDisclosures(tx, kernel, trace.jtis)) {
      const startAfter = new Date(kernel.clock.now().getTime() + randomInt(WITHIN_MS));
      await kernel.jobs.send(tx, ERASE_RECORDS, { jtis, reason }, { startAfter });
    }
  }
}

/** Those with personal fields, in parts that fit into one record. */
async function withDisclosures(tx: Tx, { ownLog }: Kernel, jtis: readonly string[]): Promise<string[][]> {
  if (jtis.length === 0) return [];
  const rows = await tx
    .selectFrom('disclosure')
    .select('jti')
    .distinct()
    .where('log', '=', ownLog)
    .where('jti', 'in', jtis)
    .execute();
  const parts: string[][] = [];
  for (let i = 0; i < rows.length; i += MOST_RECORDS) {
    parts.push(rows.slice(i, i + MOST_RECORDS).map(({ jti }) => jti));
  }
  return parts;
}

/** The job that erases the records of one pseudonym; it knows no account. */
export async function eraseRecordsLater(
  kernel: Kernel,
  { jtis, reason }: { jtis: string[]; reason: EraseReason },
): Promise<void> {
  await kernel.database.transaction(async (tx) => {
    const [still = []] = await withDisclosures(tx, kernel, jtis);
    if (still.length === 0) return;
    await kernel.records.erase(tx, { type: 'system', reason: 'erasure' }, still, reason, BASIS);
  });
}

/** A year, because other nodes where the person took part do not say when their periods end; longer where one here does. */
function rememberUntil(now: Date, traces: readonly Trace[]): Date {
  const ends = traces.map(({ objectionUntil }) => objectionUntil?.getTime() ?? 0);
  return new Date(Math.max(yearsBefore(now, -1).getTime(), ...ends));
}

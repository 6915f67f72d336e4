import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import type { RecordKind } from '../module/module.ts';
import { forgetNotices, noteRecord } from '../notices/index.ts';
import { forgetSubject, indexSubject } from '../search/index-subject.ts';
import { eraseRecords } from './erase.ts';
import { InvalidBody, RefusedRecord, StalePredecessor } from './error.ts';
import { ERASE, type EraseBody, KEYS, WITHDRAW, type WithdrawBody } from './kernel-kinds.ts';
import type { RecordContext, SignedRecord } from './record.ts';
import { advanceSubject, placeSubject, readSubject, withdrawSubject } from './subjects.ts';

/** What became of a record here. */
export interface Projection {
  /** Why it was not projected; null where it was, or where its kind is not known here. */
  flag: string | null;
  unprojected: boolean;
}

/**
 * The one path from a record to public tables, for our own records and for those of partners. Signature, issuer and the
 * origin of the subject were checked before; here follow predecessor, schema and the rules of the kind, then search and
 * the `projected` event.
 * @throws StalePredecessor, InvalidBody, RefusedRecord
 */
export async function projectOrThrow(
  tx: Tx,
  kernel: Kernel,
  record: SignedRecord,
  context: RecordContext,
): Promise<Projection> {
  const kind = kernel.modules.kind(record.kind);
  if (kind === undefined) {
    await advance(tx, record, context);
    return { flag: null, unprojected: true };
  }
  const body = kind.schema.safeParse(record.body);
  if (record.kind === WITHDRAW) {
    if (!body.success) throw new InvalidBody(record.kind, body.error.issues);
    await applyWithdrawal(tx, kernel, { ...record, body: body.data as WithdrawBody }, context);
  } else {
    await advance(tx, record, context);
    if (!body.success) throw new InvalidBody(record.kind, body.error.issues);
    const checked = { ...record, body: body.data };
    if (record.kind === ERASE) await applyErasure(tx, kernel, checked as SignedRecord<EraseBody>, context);
    else if (record.kind !== KEYS) await applyKind(tx, kernel, kind, checked, context);
  }
  await announce(tx, kernel, record, context);
  return { flag: null, unprojected: false };
}

/**
 * As `projectOrThrow`, for a partner's record: whatever is wrong with it becomes a flag and leaves no trace in public
 * tables, so that it never stops the feed. Faults of our own (a lost connection) still throw.
 */
export async function projectRecord(
  tx: Tx,
  kernel: Kernel,
  record: SignedRecord,
  context: RecordContext,
): Promise<Projection> {
  await sql`savepoint projection`.execute(tx);
  try {
    const projection = await projectOrThrow(tx, kernel, record, context);
    await sql`release savepoint projection`.execute(tx);
    return projection;
  } catch (error) {
    const flag = flagOf(error);
    if (flag === null) throw error;
    await sql`rollback to savepoint projection`.execute(tx);
    if (flag === 'projection-failed') {
      kernel.log.error({ err: error, jti: record.jti, kind: record.kind }, 'a record could not be projected');
    }
    // An authentic record that fails its kind's rules still counts as the subject's latest: its author goes on from it.
    if (flag !== 'stale-prev' && record.kind !== WITHDRAW) await advanceSubject(tx, record, context);
    return { flag, unprojected: false };
  }
}

/** SQLSTATE classes that say something about the connection or the server, not about the record. */
const SERVER_FAULT = /^(08|25|40|53|55|57|58|F0|XX)/;

function flagOf(error: unknown): string | null {
  if (error instanceof StalePredecessor) return 'stale-prev';
  if (error instanceof InvalidBody) return 'bad-body';
  if (error instanceof RefusedRecord) return error.flag;
  const sqlState = (error as { code?: unknown }).code;
  if (typeof sqlState === 'string' && (SERVER_FAULT.test(sqlState) || !/^[0-9A-Z]{5}$/.test(sqlState)))
    return null;
  return 'projection-failed';
}

async function advance(tx: Tx, record: SignedRecord, context: RecordContext): Promise<void> {
  // Whether a partner's keys record follows on the one before was judged with its signature.
  if (record.kind === KEYS && !context.own) return await placeSubject(tx, record, context);
  if (await advanceSubject(tx, record, context)) return;
  const subject = await readSubject(tx, context.log, record.sub);
  throw new StalePredecessor(record.sub, subject?.latest ?? null);
}

async function applyKind(
  tx: Tx,
  kernel: Kernel,
  kind: RecordKind,
  record: SignedRecord,
  context: RecordContext,
): Promise<void> {
  await kind.project(tx, record, context);
  await noteRecord(tx, kind, record, context);
  const document = kind.search?.(record);
  if (document === undefined) return;
  if (document === null) await forgetSubject(tx, context.log, record.sub);
  else await indexSubject(tx, kernel.identity, { ...document, kind: kind.kind, sub: record.sub, context });
}

async function applyWithdrawal(
  tx: Tx,
  kernel: Kernel,
  record: SignedRecord<WithdrawBody>,
  context: RecordContext,
): Promise<void> {
  const subject = await withdrawSubject(tx, record, context, record.body.reason);
  if (subject === null) {
    const latest = await readSubject(tx, context.log, record.sub);
    throw new StalePredecessor(record.sub, latest?.latest ?? null);
  }
  await retract(tx, kernel, record.sub, subject.kind, context, 'withdrawn');
}

async function applyErasure(
  tx: Tx,
  kernel: Kernel,
  record: SignedRecord<EraseBody>,
  context: RecordContext,
): Promise<void> {
  for (const { sub, kind } of await eraseRecords(tx, record, context)) {
    await retract(tx, kernel, sub, kind, context, 'erased');
  }
}

async function retract(
  tx: Tx,
  kernel: Kernel,
  sub: string,
  kind: string,
  context: RecordContext,
  how: 'withdrawn' | 'erased',
): Promise<void> {
  await kernel.modules.kind(kind)?.retract?.(tx, sub, context, how);
  await forgetSubject(tx, context.log, sub);
  await forgetNotices(tx, context.log, sub);
}

async function announce(tx: Tx, kernel: Kernel, record: SignedRecord, context: RecordContext): Promise<void> {
  const event = {
    kind: record.kind,
    log: context.log,
    node: context.node,
    sub: record.sub,
    jti: record.jti,
    previous: record.prev,
  };
  for (const module of kernel.modules.modules) await module.on?.[record.kind]?.(kernel, tx, event);
}

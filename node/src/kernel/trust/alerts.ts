import { formatNote, parseNote } from '@koinon/transparency-log';
import { v7 as uuidv7 } from 'uuid';
import { advisoryLock } from '../database/advisory-lock.ts';
import type { AlertCode } from '../database/tables/watch.ts';
import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { NotFrozen } from './error.ts';
import { ALERT, type AlertBody, RESUME, type ResumeBody } from './kinds.ts';

export interface Evidence {
  origin: string;
  code: AlertCode;
  /** Sizes, addresses, counts. `commonSize`: entries that every version shares; `peer`: who holds the other version. */
  detail: AlertBody['detail'];
  /** The signed checkpoint that we held, and the one that does not fit. */
  ours: string | null;
  theirs: string | null;
}

/**
 * Keeps evidence against a log, publishes it as a record of ours, and freezes the origin: nothing of it is cosigned or
 * projected any more. An origin has one open alert at a time: null where there is one already.
 */
export async function raiseAlert(kernel: Kernel, evidence: Evidence): Promise<string | null> {
  const { origin, code, detail } = evidence;
  const ours = proofOf(origin, evidence.ours);
  const theirs = proofOf(origin, evidence.theirs);
  const id = uuidv7();
  const raised = await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, alertLock(origin));
    if ((await openAlert(tx, origin)) !== null) return false;
    const body: AlertBody = {
      origin,
      code,
      detail,
      notes: { ...(ours === null ? {} : { ours }), ...(theirs === null ? {} : { theirs }) },
    };
    const actor: Actor = { type: 'system', reason: 'follow' };
    const act = await kernel.records.publish(tx, actor, { kind: ALERT, sub: `/alerts/${id}`, body });
    await tx
      .insertInto('alert')
      .values({
        id,
        origin,
        code,
        detail: JSON.stringify(detail),
        note_ours: ours,
        note_theirs: theirs,
        jti: act.jti,
        raised_at: kernel.clock.now(),
        resolved_jti: null,
        resolved_reason: null,
        resolved_at: null,
      })
      .execute();
    await kernel.trust.freeze(tx, origin, code);
    return true;
  });
  if (!raised) return null;
  kernel.log.error({ origin, code, detail, alert: id }, 'alarm: a log does not hold');
  return id;
}

/** Held alone while an alarm is raised or ended, shared while the log is cosigned. */
export function alertLock(origin: string): string {
  return `alert ${origin}`;
}

/** What a note proves against its log is the log's own signature; cosignatures would only make the record larger. */
function proofOf(origin: string, note: string | null): string | null {
  if (note === null) return null;
  try {
    const { text, signatures } = parseNote(note);
    const own = signatures.filter(({ name }) => name === origin).map(({ line }) => line);
    return own.length === 0 ? note : formatNote(text, own);
  } catch {
    return note;
  }
}

async function openAlert(tx: Tx, origin: string) {
  const row = await tx
    .selectFrom('alert')
    .select(['id', 'jti'])
    .where('origin', '=', origin)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Ends the open alarm about an origin: it is followed and cosigned again. A public act that names the alert, which stays
 * as history. @throws NotFrozen, NotPermitted
 */
export async function resumeOrigin(
  kernel: Kernel,
  actor: Actor,
  { origin, reason }: { origin: string; reason: string },
): Promise<Act> {
  require(actor, 'kernel.partners');
  return await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, alertLock(origin));
    const alert = await openAlert(tx, origin);
    if (alert === null || alert.jti === null) throw new NotFrozen(origin);
    const body: ResumeBody = { origin, alert: alert.jti, reason };
    const act = await kernel.records.publish(tx, actor, {
      kind: RESUME,
      sub: `/alerts/${alert.id}`,
      prev: alert.jti,
      body,
    });
    await tx
      .updateTable('alert')
      .set({ resolved_jti: act.jti, resolved_reason: reason, resolved_at: kernel.clock.now() })
      .where('id', '=', alert.id)
      .execute();
    await kernel.trust.resume(tx, origin);
    await kernel.database.notify(tx, 'wake', origin);
    return act;
  });
}

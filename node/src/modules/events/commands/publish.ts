import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import { endDraft } from '../../../kernel/drafts/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import type { Event, EventInput } from '../event.ts';
import { EVENT, EVENT_FORM } from '../kinds.ts';
import { sendLettersSoon, writeLetters } from '../registration/letters.ts';
import { holdEvent, letIn } from '../registration/queue.ts';
import { eventsDb } from '../schema.ts';
import { asPersonal, readNames, recordsWithNames, type SpeakerNames, withoutNames } from '../speakers.ts';
import { EVENTS } from '../subjects.ts';

export interface PublishRequest {
  id?: string;
  /** The draft that becomes this version, and ends with it. */
  draft?: string | undefined;
  body: EventInput;
}

export async function publishEvent(kernel: Kernel, actor: Actor, request: PublishRequest): Promise<Act> {
  require(actor, 'events.publish');
  const { id = uuidv7(), draft, body } = request;
  return await kernel.database.transaction(async (tx) => {
    if (draft !== undefined) await endDraft(tx, actor, { form: EVENT_FORM, id: draft });
    const { body: said, names } = withoutNames(body);
    return await say(tx, kernel, actor, { id, prev: null, body: said, names });
  });
}

/**
 * Publishes the next version. Names that it leaves out are erased from the versions before; who waits gets the places that
 * it adds; who registered is told when it changes times or calls the event off.
 */
export async function reviseEvent(
  kernel: Kernel,
  actor: Actor,
  { id, prev, draft, body }: PublishRequest & { id: string; prev: string },
): Promise<Act> {
  require(actor, 'events.publish');
  return await kernel.database.transaction(async (tx) => {
    const before = await holdEvent(tx, id);
    if (draft !== undefined) await endDraft(tx, actor, { form: EVENT_FORM, id: draft });
    const { body: said, names } = withoutNames(body);
    const act = await say(tx, kernel, actor, { id, prev, body: said, names });
    await forgetNames(tx, kernel, actor, { act, names });
    const now = kernel.clock.now();
    if (said.status !== 'cancelled') await letIn(tx, id, said, { now });
    const news = newsIn(before, said);
    if (news !== null) await tellRegistered(tx, id, { what: news, about: act.jti, now });
    await sendLettersSoon(tx, kernel);
    return act;
  });
}

/** Takes an event back: it stays provable, and who registered is told that it does not take place. */
export async function withdrawEvent(
  kernel: Kernel,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Act> {
  require(actor, 'events.publish');
  return await kernel.database.transaction(async (tx) => {
    await holdEvent(tx, id);
    const act = await kernel.records.withdraw(tx, actor, pathOf(EVENTS, id), reason);
    await tellRegistered(tx, id, { what: 'cancelled', about: act.jti, now: kernel.clock.now() });
    await sendLettersSoon(tx, kernel);
    return act;
  });
}

interface Version {
  id: string;
  prev: string | null;
  body: Event;
  names: SpeakerNames;
}

function say(tx: Tx, { records }: Kernel, actor: Actor, { id, prev, body, names }: Version): Promise<Act> {
  const personal = asPersonal(names);
  return records.publish(tx, actor, {
    kind: EVENT,
    sub: pathOf(EVENTS, id),
    prev,
    body,
    ...(personal && { personal }),
  });
}

/** Erases what earlier versions open where one of their names is no longer said. */
async function forgetNames(
  tx: Tx,
  { ownLog, records }: Kernel,
  actor: Actor,
  { act, names }: { act: Act; names: SpeakerNames },
): Promise<void> {
  const earlier = (await recordsWithNames(tx, ownLog, act.sub)).filter((jti) => jti !== act.jti);
  const said = new Set(Object.values(names));
  for (const jti of earlier) {
    const known = Object.values(await readNames(tx, ownLog, jti));
    if (known.every((name) => said.has(name))) continue;
    await records.erase(tx, actor, earlier, 'person-request', 'a speaker is no longer named');
    return;
  }
}

/** What of a new version those who registered must hear of. */
function newsIn(before: Event, after: Event): 'changed' | 'cancelled' | null {
  if (after.status === 'cancelled') return before.status === 'cancelled' ? null : 'cancelled';
  const when = ({ zone, start, end, recurrence, status }: Event) =>
    JSON.stringify([zone, start, end, recurrence ?? null, status === 'postponed']);
  return when(before) === when(after) ? null : 'changed';
}

async function tellRegistered(
  tx: Tx,
  event: string,
  letter: { what: 'changed' | 'cancelled'; about: string; now: Date },
): Promise<void> {
  const rows = await eventsDb(tx)
    .selectFrom('events_registration')
    .select('id')
    .where('event', '=', event)
    .execute();
  await writeLetters(tx, { registrations: rows.map(({ id }) => id), ...letter });
}

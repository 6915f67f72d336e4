import { wallTimeAt } from '../../kernel/calendar/wall-time.ts';
import type { Tx } from '../../kernel/database/tables.ts';
import { RefusedRecord } from '../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../kernel/records/record.ts';
import { idOf, requireId, retract, saveVersion } from '../../kernel/subjects/index.ts';
import type { Event } from './event.ts';
import type { Outcome } from './outcome.ts';
import { eventsDb } from './schema.ts';
import { EVENTS, OUTCOMES } from './subjects.ts';
import { occurrencesOf } from './time/occurrences.ts';

export async function projectEvent(
  tx: Tx,
  record: SignedRecord<Event>,
  context: RecordContext,
): Promise<void> {
  const { title, summary, type, mode, status, topics } = record.body;
  const event = requireId(EVENTS, record.sub);
  const occurrences = occurrencesOf(record.body);
  await saveVersion(tx, EVENTS, record, context, {
    title: JSON.stringify(title),
    summary: JSON.stringify(summary),
    ...{ type, mode, status },
    topics: [...new Set(topics)],
    starts_at: occurrences[0]?.start,
    ends_at: new Date(Math.max(...occurrences.map(({ end }) => end.getTime()))),
  });
  await forgetOccurrences(tx, context.log, event);
  await eventsDb(tx)
    .insertInto('events_occurrence')
    .values(
      occurrences.map(({ at, start, end, cancelled }) => ({
        ...{ log: context.log, event, at, cancelled },
        starts_at: start,
        ends_at: end,
        starts_local: wallTimeAt(start, record.body.zone),
      })),
    )
    .execute();
}

export async function retractEvent(
  tx: Tx,
  sub: string,
  context: RecordContext,
  how: 'withdrawn' | 'erased',
): Promise<void> {
  await retract(tx, EVENTS, sub, context, how, { title: '{}', summary: '{}', topics: [] });
  const id = idOf(EVENTS, sub);
  if (id !== null) await forgetOccurrences(tx, context.log, id);
}

async function forgetOccurrences(tx: Tx, log: number, event: string): Promise<void> {
  await eventsDb(tx)
    .deleteFrom('events_occurrence')
    .where('log', '=', log)
    .where('event', '=', event)
    .execute();
}

/** What came of an event is for its host to say: another node would speak of a meeting that it did not hold. */
export async function projectOutcome(
  tx: Tx,
  record: SignedRecord<Outcome>,
  context: RecordContext,
): Promise<void> {
  const { event } = record.body;
  if (event.origin.node !== context.node || !event.sub.startsWith(`${context.node}/`))
    throw new RefusedRecord('not-host');
  await saveVersion(tx, OUTCOMES, record, context, { event: event.sub });
}

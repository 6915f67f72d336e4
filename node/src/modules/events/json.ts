import { z } from 'zod';
import {
  type Names,
  subjectFields,
  subjectFieldsJson,
  subjectJson,
  subjectSchema,
} from '../../kernel/subjects/index.ts';
import { verificationJson, verificationSchema } from '../../kernel/web/api/verification.ts';
import type { Provenance } from '../../kernel/web/page.ts';
import type { EventItem, EventRow, ListedRegistration } from './read.ts';
import { ATTENDANCES } from './vocabulary.ts';

/** Events as programs read them, on the API and at their pages' own addresses. */

const loose = z.record(z.string(), z.unknown());

export const eventSummarySchema = z
  .object({
    ...subjectFields,
    title: loose,
    summary: loose,
    type: z.string(),
    mode: z.string(),
    status: z.string(),
    topics: z.array(z.string()),
    zone: z.string().describe('IANA time zone whose clocks the event goes by.'),
    startsAt: z.iso.datetime().describe('Of the occurrence that the time asked for picks.'),
    endsAt: z.iso.datetime(),
    more: z.int().describe('Further occurrences within the time asked for.'),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'EventSummary' });

const waySchema = z.object({ in: z.int(), waiting: z.int() });

export const eventSchema = subjectSchema
  .extend({
    occurrences: z.array(
      z.object({
        at: z.string().describe('Wall time by which the rule makes it; names it within the event.'),
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        cancelled: z.boolean(),
        moved: z.boolean(),
      }),
    ),
    speakers: z
      .record(z.string(), z.string())
      .describe('Names that are not erased, by `<session>:<speaker>`; of events of this node alone.'),
    registration: z.object({
      state: z.enum(['none', 'not-yet', 'open', 'over']),
      'in-person': waySchema,
      online: waySchema,
    }),
    outcomes: z.array(subjectSchema),
  })
  .meta({ id: 'Event' });

export const ownRegistrationSchema = z
  .object({
    attendance: z.enum(ATTENDANCES),
    state: z.enum(['in', 'waiting']),
    ahead: z.int().describe('How many are before you on the waiting list.'),
    name: z.string(),
    email: z.string().nullable(),
    remindDay: z.boolean(),
    remindHour: z.boolean(),
  })
  .meta({ id: 'EventRegistration' });

export const listedRegistrationSchema = z
  .object({
    name: z.string(),
    email: z.string().nullable(),
    attendance: z.enum(ATTENDANCES),
    state: z.enum(['in', 'waiting']),
    home: z.url().describe('Node whose login was used.'),
    registeredAt: z.iso.datetime(),
  })
  .meta({ id: 'ListedRegistration' });

export function summaryJson(row: EventRow, provenance: Provenance | undefined, names: Names) {
  const { title, summary, type, mode, status, topics, zone, more } = row;
  return {
    ...subjectFieldsJson(row, names),
    ...{ title, summary, type, mode, status, zone, more },
    topics: [...topics],
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    verification: verificationJson(provenance),
  };
}

export function eventJson(item: EventItem, names: Names) {
  const { event, occurrences, outcomes, provenance, window, counts } = item;
  return {
    ...subjectJson(event, provenance.get(event.jti), names),
    occurrences: occurrences.map(({ at, start, end, cancelled, moved }) => ({
      ...{ at, cancelled, moved },
      startsAt: start.toISOString(),
      endsAt: end.toISOString(),
    })),
    speakers: { ...item.names },
    registration: { state: window.state, ...counts },
    outcomes: outcomes.map((one) => subjectJson(one, provenance.get(one.jti), names)),
  };
}

export function listedRegistrationJson({ registeredAt, ...row }: ListedRegistration) {
  return { ...row, registeredAt: registeredAt.toISOString() };
}

import { z } from 'zod';
import { isZone } from '../../kernel/calendar/day.ts';
import { isNamedZone } from '../../kernel/calendar/index.ts';
import { clocksShow, isWallTime, momentOf } from '../../kernel/calendar/wall-time.ts';
import { langText } from '../../kernel/i18n/lang-text.ts';
import {
  code,
  language,
  link,
  organisation,
  stepKey,
  subject,
  webAddress,
} from '../../kernel/subjects/parts.ts';
import { TOPICS } from '../../kernel/topics/index.ts';
import { isCoherent, occurrencesOf } from './time/occurrences.ts';
import { parseRule } from './time/rule.ts';
import { attendancesOf, MODES, SESSION_KINDS, STATUSES, TYPES } from './vocabulary.ts';

export const LIMITS = {
  title: 200,
  summary: 600,
  text: 8000,
  note: 300,
  sessions: 200,
  speakers: 20,
  rows: 10,
  name: 200,
  places: 100_000,
} as const;

/** Longer than this is a series, or several events. */
const LONGEST_MS = 31 * 86_400_000;

/** What is no time, zone or rule ends the check: whether they fit together is then no question. */
const wallTime = z
  .string()
  .refine(isWallTime, { error: 'not a date and time: 2027-03-04T09:00', abort: true });
/** By name: of an offset alone nobody knows when its clocks change. */
const zone = z
  .string()
  .max(60)
  .refine((name) => isNamedZone(name) && isZone(name), { error: 'not an IANA time zone', abort: true });
const count = z.int().min(1).max(LIMITS.places);

const change = z.looseObject({
  /** The wall time by which the rule makes the occurrence; its name in calendars too (RECURRENCE-ID). */
  at: wallTime,
  start: wallTime.optional(),
  end: wallTime.optional(),
  cancelled: z.boolean().optional(),
  note: langText(LIMITS.note).optional(),
});

const recurrence = z.looseObject({
  /** Value of an RRULE (RFC 5545, 3.3.10). */
  rule: z
    .string()
    .max(300)
    .refine((rule) => parseRule(rule) !== null, { error: 'not a rule with an end', abort: true }),
  except: z.array(wallTime).max(100).optional(),
  also: z.array(wallTime).max(100).optional(),
  changed: z.array(change).max(100).optional(),
});

const place = z.looseObject({
  name: langText(LIMITS.title),
  address: langText(300).optional(),
  /** Steps, lifts, loops for hearing aids: what somebody must know before they come. */
  access: langText(1000).optional(),
  url: webAddress.optional(),
});

/** Who speaks, by part and body. The name, where one is given, is a salted disclosure beside the record. */
const speaker = z.looseObject({
  key: stepKey,
  role: langText(LIMITS.title).optional(),
  organisation: organisation.optional(),
});

const session = z.looseObject({
  key: stepKey,
  title: langText(LIMITS.title),
  kind: code.optional(),
  about: langText(2000).optional(),
  start: wallTime,
  end: wallTime,
  /** Where its speakers or its room are, if clocks there differ from the event's. */
  zone: zone.optional(),
  room: langText(LIMITS.title).optional(),
  languages: z.array(language).max(30).optional(),
  speakers: z.array(speaker).max(LIMITS.speakers).optional(),
});

const registration = z.looseObject({
  opens: wallTime.optional(),
  /** Absent: when the last occurrence begins. */
  closes: wallTime.optional(),
  /** How many can attend, by way; absent: as many as like. Who comes later waits in order. */
  places: z.looseObject({ 'in-person': count.optional(), online: count.optional() }).optional(),
  /** Whether people of partner nodes may register with their login at home. */
  guests: z.boolean(),
});

const fields = z.looseObject({
  title: langText(LIMITS.title),
  summary: langText(LIMITS.summary),
  description: langText(LIMITS.text).optional(),
  type: code,
  mode: code,
  status: code,
  zone,
  /** Wall times in the zone; of a series those of its first occurrence. */
  start: wallTime,
  end: wallTime,
  recurrence: recurrence.optional(),
  hosts: z.array(organisation).min(1).max(30),
  places: z.array(place).max(LIMITS.rows).optional(),
  /** Public: whoever reads the record reads it. Links for those who registered go into no record. */
  online: webAddress.optional(),
  sessions: z.array(session).max(LIMITS.sessions).optional(),
  topics: z.array(code).max(20),
  languages: z.array(language).max(30).optional(),
  registration: registration.optional(),
  links: z.array(link).max(LIMITS.rows).optional(),
  /** Practices, projects, commitments, alliances that it is about, at their origin. */
  related: z
    .array(z.looseObject({ sub: subject, title: langText(500) }))
    .max(LIMITS.rows)
    .optional(),
  note: langText(LIMITS.note).optional(),
});

type Fields = z.infer<typeof fields>;

/** Body of `events/event@1`: what takes place, when by the clocks of which place, and how one can be there. */
export const eventBody = fields.superRefine((event, ctx) => checkTimes(event, ctx));
export type Event = Fields;

/** What we accept from our own staff: this version's words, times that clocks show, and names of speakers. */
const namedSpeaker = speaker.extend({ name: z.string().trim().min(1).max(LIMITS.name).optional() });
const inputFields = fields.extend({
  type: z.enum(TYPES),
  mode: z.enum(MODES),
  status: z.enum(STATUSES),
  topics: z.array(z.enum(TOPICS)).max(3),
  sessions: z
    .array(
      session.extend({
        kind: z.enum(SESSION_KINDS).optional(),
        speakers: z.array(namedSpeaker).max(LIMITS.speakers).optional(),
      }),
    )
    .max(LIMITS.sessions)
    .optional(),
});
export const eventInput = inputFields.superRefine((event, ctx) => {
  checkTimes(event, ctx);
  checkClocks(event, ctx);
  checkWays(event, ctx);
});
export type EventInput = z.infer<typeof inputFields>;

function problem(ctx: z.RefinementCtx, path: PropertyKey[], message: string): void {
  ctx.addIssue({ code: 'custom', path, message });
}

/** Everything ends after it begins, a series is one, and keys name one thing each. */
function checkTimes(event: Fields, ctx: z.RefinementCtx): void {
  const lasts = span(event.start, event.end, event.zone);
  if (lasts <= 0) problem(ctx, ['end'], 'ends before it begins');
  else if (lasts > LONGEST_MS) problem(ctx, ['end'], 'longer than 31 days');
  if (event.recurrence !== undefined && lasts > 0) {
    if (!isCoherent(event)) problem(ctx, ['recurrence', 'rule'], 'not a series that begins so and ends');
    for (const [i, { start, end, at }] of (event.recurrence.changed ?? []).entries()) {
      if (end !== undefined && span(start ?? at, end, event.zone) <= 0)
        problem(ctx, ['recurrence', 'changed', i, 'end'], 'ends before it begins');
    }
    if ((event.sessions ?? []).length > 0) problem(ctx, ['sessions'], 'a series has no sessions');
  }
  for (const [i, one] of (event.sessions ?? []).entries()) {
    if (span(one.start, one.end, one.zone ?? event.zone) <= 0)
      problem(ctx, ['sessions', i, 'end'], 'ends before it begins');
    if (repeats((one.speakers ?? []).map(({ key }) => key)))
      problem(ctx, ['sessions', i, 'speakers'], 'two speakers with one key');
  }
  if (repeats((event.sessions ?? []).map(({ key }) => key)))
    problem(ctx, ['sessions'], 'two sessions with one key');
}

/** A time that clocks skip would be read by each program in its own way. */
function checkClocks(event: Fields, ctx: z.RefinementCtx): void {
  for (const name of ['start', 'end'] as const) {
    if (!clocksShow(event[name], event.zone)) problem(ctx, [name], 'clocks skip this time');
    for (const [i, one] of (event.sessions ?? []).entries()) {
      if (!clocksShow(one[name], one.zone ?? event.zone))
        problem(ctx, ['sessions', i, name], 'clocks skip this time');
    }
  }
  if (event.recurrence === undefined || !isCoherent(event)) return;
  // A rule leaves such days out by itself, and not every reader of calendars does.
  const skipped = occurrencesOf({ ...event, zone: 'UTC' }).some(({ at }) => !clocksShow(at, event.zone));
  if (skipped) problem(ctx, ['start'], 'clocks skip this time');
}

function checkWays(event: EventInput, ctx: z.RefinementCtx): void {
  const ways = attendancesOf(event.mode);
  for (const way of Object.keys(event.registration?.places ?? {}))
    if (!ways.some((known) => known === way))
      problem(ctx, ['registration', 'places', way], 'nobody attends in this way');
  if (event.mode !== 'online' && (event.places ?? []).length === 0)
    problem(ctx, ['places'], 'people must know where to come');
  const { opens, closes } = event.registration ?? {};
  if (opens !== undefined && closes !== undefined && span(opens, closes, event.zone) <= 0)
    problem(ctx, ['registration', 'closes'], 'ends before it begins');
}

function span(start: string, end: string, zone: string): number {
  return momentOf(end, zone).getTime() - momentOf(start, zone).getTime();
}

function repeats(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}

import { zoned } from '../../../kernel/calendar/wall-time.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Event } from '../event.ts';
import type { EventItem } from '../read.ts';
import { type SpeakerNames, speakerKey } from '../speakers.ts';
import type { Occurrence } from '../time/occurrences.ts';
import { parseRule } from '../time/rule.ts';

const SCHEMA = 'https://schema.org/';

const MODE: Readonly<Record<string, string>> = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
};
const STATUS: Readonly<Record<string, string>> = {
  cancelled: 'EventCancelled',
  postponed: 'EventPostponed',
};
const FREQUENCY: Readonly<Record<string, string>> = { DAILY: 'D', WEEKLY: 'W', MONTHLY: 'M', YEARLY: 'Y' };
const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** An event as search engines and calendars of others read it (schema.org/Event, JSON-LD 1.1). */
export function eventLinkedData({ event, names, occurrences, outcomes, counts }: EventItem) {
  const { body, sub } = event;
  const places = body.registration?.places;
  const limit = places === undefined ? undefined : (places['in-person'] ?? 0) + (places.online ?? 0);
  const taken = counts['in-person'].in + counts.online.in;
  return without({
    '@context': SCHEMA,
    '@type': body.type === 'training' || body.type === 'workshop' ? 'EducationEvent' : 'Event',
    '@id': sub,
    url: sub,
    name: texts(body.title),
    description: texts(body.summary),
    startDate: written(body.start, body.zone),
    endDate: written(body.end, body.zone),
    eventStatus: SCHEMA + (STATUS[body.status] ?? 'EventScheduled'),
    eventAttendanceMode: MODE[body.mode] === undefined ? undefined : SCHEMA + MODE[body.mode],
    eventSchedule: scheduleOf(body),
    location: locationsOf(body),
    organizer: body.hosts.map((host) => organisation(host)),
    keywords: body.topics,
    inLanguage: body.languages,
    maximumAttendeeCapacity: limit,
    remainingAttendeeCapacity: limit === undefined || !event.own ? undefined : Math.max(0, limit - taken),
    subEvent: [
      ...(body.sessions ?? []).map((session) => sessionOf(session, body, { sub, names })),
      ...(body.recurrence === undefined ? [] : occurrences.map((one) => occurrenceOf(one, event))),
    ],
    recordedIn: outcomes.flatMap(({ body: { recordings = [] } }) =>
      recordings.map(({ label, url, languages }) => ({
        '@type': 'VideoObject',
        ...without({ name: texts(label), contentUrl: url, inLanguage: languages }),
      })),
    ),
    subjectOf: outcomes.flatMap(({ body: { documents = [] } }) =>
      documents.map(({ label, url, sha256, mediaType }) => ({
        '@type': 'DigitalDocument',
        ...without({ name: texts(label), url, encodingFormat: mediaType, identifier: sha256 }),
      })),
    ),
  });
}

type Session = NonNullable<Event['sessions']>[number];

function sessionOf(session: Session, event: Event, { sub, names }: { sub: string; names: SpeakerNames }) {
  const zone = session.zone ?? event.zone;
  return without({
    '@type': 'Event',
    '@id': `${sub}#session-${session.key}`,
    name: texts(session.title),
    description: session.about && texts(session.about),
    startDate: written(session.start, zone),
    endDate: written(session.end, zone),
    inLanguage: session.languages,
    performer: (session.speakers ?? []).flatMap(({ key, role, organisation: of }): object[] => {
      const name = names[speakerKey(session.key, key)];
      const works = of === undefined ? [] : [organisation(of)];
      return name === undefined
        ? works
        : [{ '@type': 'Person', ...without({ name, jobTitle: role && texts(role), worksFor: works[0] }) }];
    }),
  });
}

function occurrenceOf({ at, start, end, cancelled }: Occurrence, { sub, body }: EventItem['event']) {
  return {
    '@type': 'Event',
    '@id': `${sub}#${at}`,
    name: texts(body.title),
    startDate: start.toISOString(),
    endDate: end.toISOString(),
    eventStatus: `${SCHEMA}${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
  };
}

/** A rule in the words of schema.org/Schedule, which knows fewer: what it cannot say is in the occurrences. */
function scheduleOf({ recurrence, zone, start, end }: Event) {
  const rule = recurrence === undefined ? null : parseRule(recurrence.rule);
  if (recurrence === undefined || rule === null) return undefined;
  const days = rule.BYDAY?.split(',').flatMap((day) => DAYS[day.slice(-2)] ?? []);
  return {
    '@type': 'Schedule',
    ...without({
      scheduleTimezone: zone,
      startDate: start.slice(0, 10),
      startTime: start.slice(11),
      endTime: end.slice(11),
      repeatFrequency: `P${rule.INTERVAL ?? 1}${FREQUENCY[rule.FREQ]}`,
      repeatCount: rule.COUNT === undefined ? undefined : Number(rule.COUNT),
      endDate: rule.UNTIL && `${rule.UNTIL.slice(0, 4)}-${rule.UNTIL.slice(4, 6)}-${rule.UNTIL.slice(6, 8)}`,
      byDay: days?.map((day) => SCHEMA + day),
      byMonthDay: rule.BYMONTHDAY?.split(',').map(Number),
      byMonth: rule.BYMONTH?.split(',').map(Number),
      exceptDate: recurrence.except?.map((at) => written(at, zone)),
    }),
  };
}

function locationsOf({ places = [], online }: Event) {
  return [
    ...places.map(({ name, address, url }) => ({
      '@type': 'Place',
      ...without({ name: texts(name), address: address && texts(address), url }),
    })),
    ...(online === undefined ? [] : [{ '@type': 'VirtualLocation', url: online }]),
  ];
}

function organisation({ name, url, node }: Event['hosts'][number]) {
  return { '@type': 'Organization', ...without({ name: texts(name), url, '@id': node }) };
}

/** A text in each of its languages, as JSON-LD has them. */
function texts({ source: _source, ...languages }: LangText) {
  return Object.entries(languages).map(([lang, text]) => ({ '@value': text, '@language': lang }));
}

function written(local: string, zone: string): string {
  return zoned(local, zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}

/** Without what is not said and what is empty. */
function without<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<T>;
}

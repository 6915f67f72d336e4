import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Event } from '../event.ts';

/** Fields of an event that people read, in their order: what a list of changes goes through. */
export const COMPARED = [
  'title',
  'summary',
  'description',
  'type',
  'status',
  'mode',
  'start',
  'end',
  'zone',
  'recurrence',
  'places',
  'online',
  'hosts',
  'sessions',
  'registration',
  'topics',
  'languages',
  'related',
  'links',
] as const;

/** An event as it is compared: each row and rule in a line, in the language of the original. */
export function compared(body: Partial<Event>): Readonly<Record<string, unknown>> {
  const { recurrence, places, hosts, sessions, registration, related, links } = body;
  const say = (text: LangText | undefined) => (text === undefined ? [] : [text[text.source] ?? '']);
  return {
    ...body,
    recurrence: recurrence && [
      recurrence.rule,
      ...(recurrence.except ?? []).map((at) => `– ${at}`),
      ...(recurrence.changed ?? []).map(({ at, start = '', end = '', cancelled = false }) =>
        cancelled ? `✕ ${at}` : `${at} → ${start} ${end}`.trim(),
      ),
    ],
    places: places?.map(({ name, address }) => [...say(name), ...say(address)].join(', ')),
    hosts: hosts?.map(({ name }) => say(name).join('')),
    sessions: sessions?.map(({ title, start, end, zone = '' }) =>
      [`${start} – ${end}`, zone, ...say(title)].filter(Boolean).join(' · '),
    ),
    registration:
      registration &&
      [
        registration.opens ?? '',
        registration.closes ?? '',
        ...Object.entries(registration.places ?? {}).map(([way, places]) => `${way}: ${places}`),
      ].filter(Boolean),
    related: related?.map(({ title, sub }) => `${say(title).join('')} ${sub}`),
    links: links?.map(({ label, url }) => `${say(label).join('')} ${url}`),
  };
}

import { type Fields, type FormTask, LANGUAGES, type RowsOf, rowsIn } from '../../../kernel/forms/index.ts';
import { LOCALES } from '../../../kernel/i18n/locale.ts';
import { TOPICS } from '../../../kernel/topics/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { LIMITS } from '../event.ts';
import { MODES, SESSION_KINDS, STATUSES, TYPES } from '../vocabulary.ts';
import { REPEATS } from './repeats.ts';

const linkRows: RowsOf = {
  is: 'rows',
  label: 'links',
  least: 2,
  most: LIMITS.rows,
  fields: { label: { is: 'text', label: 'link-label' }, url: { is: 'line', type: 'url' } },
};

/** The parts of announcing an event, but for its sessions. */
const PARTS: readonly FormTask[] = [
  {
    name: 'title',
    fields: {
      title: { is: 'text', required: true },
      summary: { is: 'text', lines: 3, required: true, help: 'summary' },
      description: { is: 'text', lines: 8 },
    },
  },
  {
    name: 'sorting',
    fields: {
      type: { is: 'choice', of: TYPES, words: 'events.type', required: true },
      status: { is: 'choice', of: STATUSES, words: 'events.status', required: true },
      topics: { is: 'choice', of: TOPICS, words: 'topic', many: true, help: 'topics' },
      languages: { is: 'choice', of: LOCALES, many: true },
    },
  },
  {
    name: 'when',
    fields: {
      zone: { is: 'choice', list: true, required: true, help: 'zone' },
      start: { is: 'line', type: 'datetime', required: true },
      end: { is: 'line', type: 'datetime', required: true },
    },
  },
  {
    name: 'repeats',
    fields: {
      'recurrence.repeats': { is: 'choice', of: REPEATS, words: 'events.repeats', list: true },
      'recurrence.times': { is: 'line', type: 'number', help: 'times' },
      'recurrence.rule': { is: 'line', type: 'text', hidden: true },
      'recurrence.except': { is: 'line', type: 'text', list: true, help: 'except' },
      'recurrence.changed': {
        is: 'rows',
        label: 'changed',
        least: 1,
        most: 100,
        fields: {
          at: { is: 'line', type: 'datetime' },
          start: { is: 'line', type: 'datetime', label: 'new-start' },
          end: { is: 'line', type: 'datetime', label: 'new-end' },
          cancelled: { is: 'choice', as: 'boolean' },
          note: { is: 'text' },
        },
      },
    },
    optional: true,
  },
  {
    name: 'where',
    fields: {
      mode: { is: 'choice', of: MODES, words: 'events.mode', required: true },
      places: {
        is: 'rows',
        label: 'place',
        least: 1,
        most: LIMITS.rows,
        fields: {
          name: { is: 'text', label: 'place-name' },
          address: { is: 'text' },
          access: { is: 'text', lines: 2, help: 'access' },
          url: { is: 'line', type: 'url' },
        },
      },
      online: { is: 'line', type: 'url', help: 'online' },
    },
  },
  {
    name: 'hosts',
    fields: {
      hosts: {
        is: 'rows',
        label: 'host',
        required: true,
        least: 2,
        most: 30,
        fields: { name: { is: 'text', label: 'organisation' }, url: { is: 'line', type: 'url' } },
      },
    },
  },
  {
    name: 'registration',
    fields: {
      'registration.offered': { is: 'choice', as: 'boolean', help: 'offered' },
      'registration.opens': { is: 'line', type: 'datetime' },
      'registration.closes': { is: 'line', type: 'datetime', help: 'closes' },
      'registration.places.in-person': { is: 'line', type: 'number', help: 'places' },
      'registration.places.online': { is: 'line', type: 'number', label: 'places-online' },
      'registration.guests': { is: 'choice', as: 'boolean', help: 'guests' },
    },
    optional: true,
  },
  {
    name: 'links',
    fields: {
      related: {
        is: 'rows',
        label: 'related',
        help: 'related',
        least: 1,
        most: LIMITS.rows,
        fields: {
          title: { is: 'text', label: 'link-label' },
          sub: { is: 'line', type: 'url', label: 'url' },
        },
      },
      links: linkRows,
    },
    optional: true,
  },
];

const SESSIONS: RowsOf = {
  is: 'rows',
  label: 'session',
  least: 1,
  most: LIMITS.sessions,
  fields: {
    key: { is: 'line', type: 'text', hidden: true },
    title: { is: 'text', required: true },
    kind: { is: 'choice', of: SESSION_KINDS, words: 'events.session', list: true },
    start: { is: 'line', type: 'datetime', required: true },
    end: { is: 'line', type: 'datetime', required: true },
    zone: { is: 'choice', list: true, label: 'session-zone', help: 'session-zone' },
    room: { is: 'text' },
    about: { is: 'text', lines: 3 },
    speakers: {
      is: 'rows',
      label: 'speaker',
      help: 'speakers',
      least: 1,
      most: LIMITS.speakers,
      fields: {
        key: { is: 'line', type: 'text', hidden: true },
        name: { is: 'line', type: 'text', label: 'speaker-name' },
        role: { is: 'text' },
        'organisation.name': { is: 'text', label: 'organisation' },
      },
    },
  },
};

const NOTE: FormTask = {
  name: 'note',
  fields: { note: { is: 'text', lines: 2 } },
  optional: true,
};

/** The parts of a form in their order: one for each session and a further one; what changed is said of a revision only. */
export function tasksOf(typed: TypedValues, revising: boolean): FormTask[] {
  const used = rowsIn(typed, 'sessions');
  const next = (used.at(-1) ?? -1) + 1;
  const rows = [...used, ...(next < LIMITS.sessions ? [next] : [])];
  const sessions = rows.map((row) => ({
    name: `session-${row + 1}`,
    fields: { sessions: SESSIONS },
    optional: row === next,
    row,
  }));
  return [LANGUAGES, ...PARTS, ...sessions, ...(revising ? [NOTE] : [])];
}

/** All fields of an event at once. */
export const EVENT_FIELDS: Fields = Object.assign({}, ...PARTS.map(({ fields }) => fields), {
  sessions: SESSIONS,
  ...NOTE.fields,
});

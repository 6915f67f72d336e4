import type { CalendarEvent } from '../../../kernel/calendar/index.ts';
import { momentOf } from '../../../kernel/calendar/wall-time.ts';
import { type LangText, pickText } from '../../../kernel/i18n/locale.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Event } from '../event.ts';
import { type Occurrence, occurrencesOf } from '../time/occurrences.ts';

type Row = Pick<
  SubjectRow<Event>,
  'id' | 'sub' | 'path' | 'node' | 'version' | 'publishedAt' | 'updatedAt' | 'body'
>;

interface Words {
  page: Pick<PageContext, 'locale'>;
  /** Origin of this node: where the links lead. */
  node: string;
  /** Names of nodes by origin URL. */
  names: ReadonlyMap<string, string>;
}

type Common = Omit<CalendarEvent, 'start' | 'end' | 'repeats' | 'replaces'>;

const STATUS: Readonly<Record<string, CalendarEvent['status']>> = {
  confirmed: 'confirmed',
  cancelled: 'cancelled',
};

/**
 * An event as calendars hold it: itself, and once more for each occurrence that is not as its rule has it (RFC 5545,
 * 3.8.4.4). What is postponed has no certain time, which calendars call tentative.
 */
export function calendarEvents(row: Row, words: Words): CalendarEvent[] {
  const { body, version } = row;
  const common = commonOf(row, words);
  const all = occurrencesOf(body);
  const series = body.recurrence;
  if (series === undefined) return all.map(({ start, end }) => ({ ...common, start, end }));
  const moment = (at: string) => momentOf(at, body.zone);
  return [
    {
      ...common,
      start: moment(body.start),
      end: moment(body.end),
      repeats: {
        rule: series.rule,
        except: (series.except ?? []).map(moment),
        also: (series.also ?? []).map(moment),
        starts: all.map(({ at }) => moment(at)),
      },
    },
    ...all
      .filter(({ moved, cancelled }) => moved || cancelled)
      .map((one) => ({ ...common, ...changeOf(one), sequence: version - 1, replaces: moment(one.at) })),
  ];
}

function changeOf({ start, end, cancelled }: Occurrence): Pick<CalendarEvent, 'start' | 'end'> {
  return { start, end, ...(cancelled && { status: 'cancelled' }) };
}

/** The sessions of an event, each by the clocks of its own zone. */
export function calendarSessions(row: Row, words: Words): CalendarEvent[] {
  const common = commonOf(row, words);
  const say = (text: LangText) => pickText(text, words.page.locale).text;
  const { host } = new URL(row.sub);
  return (row.body.sessions ?? []).map(({ key, title, about, start, end, zone = row.body.zone, room }) => ({
    ...common,
    uid: `${row.id}-${key}@${host}`,
    zone,
    title: say(title),
    description: [about === undefined ? '' : say(about), common.title].filter(Boolean).join('\n\n'),
    location: room === undefined ? common.location : say(room),
    start: momentOf(start, zone),
    end: momentOf(end, zone),
  }));
}

function commonOf(row: Row, { page, node, names }: Words): Common {
  const { body, id, sub, path, version, publishedAt, updatedAt } = row;
  const say = (text: LangText) => pickText(text, page.locale).text;
  const { host } = new URL(sub);
  const [place] = body.places ?? [];
  const where =
    place === undefined ? [] : [place.name, place.address].flatMap((text) => (text ? [say(text)] : []));
  return {
    uid: `${id}@${host}`,
    zone: body.zone,
    title: say(body.title),
    description: [say(body.summary), names.get(row.node) ?? host, body.online ?? '']
      .filter(Boolean)
      .join('\n\n'),
    location: where.join(', ') || (body.online ?? ''),
    url: node + path,
    categories: body.topics,
    status: STATUS[body.status] ?? 'tentative',
    sequence: version - 1,
    publishedAt,
    updatedAt,
  };
}

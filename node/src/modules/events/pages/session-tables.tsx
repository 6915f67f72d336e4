import type { Child } from 'hono/jsx';
import { zoneWords } from '../../../kernel/calendar/index.ts';
import { momentOf } from '../../../kernel/calendar/wall-time.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Table } from '../../../ui/index.ts';
import type { Event } from '../event.ts';
import type { EventItem } from '../read.ts';
import { type SpeakerNames, speakerKey } from '../speakers.ts';
import { clockWords, dayWords } from '../time/words.ts';
import { word } from '../words.ts';

type Session = NonNullable<Event['sessions']>[number];
type Dated = Session & { from: Date; to: Date; clocks: string };

interface SessionTablesProps {
  page: PageContext;
  item: EventItem;
  /** By whose clocks; undefined: the event's, and each session's own beside them where they differ. */
  zone: string | undefined;
}

/** The programme, a table for each day of the zone in which it is read. */
export function SessionTables({ page, item: { event, names }, zone }: SessionTablesProps) {
  const { body } = event;
  const shown = zone ?? body.zone;
  const sessions = (body.sessions ?? [])
    .map((session): Dated => {
      const clocks = session.zone ?? body.zone;
      return { ...session, clocks, from: momentOf(session.start, clocks), to: momentOf(session.end, clocks) };
    })
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  if (sessions.length === 0) return null;
  const days = Map.groupBy(sessions, ({ from }) => dayWords(from, page.locale, shown));
  return (
    <section class="kn-flow" aria-labelledby="programme">
      <h2 class="ds-heading" data-size="sm" id="programme">
        {page.t('events.sessions.title')}
      </h2>
      {[...days].map(([day, ofDay], i) => {
        const elsewhere = ofDay.some(({ clocks }) => clocks !== shown);
        return (
          <Table
            id={`day-${i + 1}`}
            caption={page.t('events.sessions.caption', {
              day,
              zone: zoneWords(shown, ofDay[0]?.from ?? page.now, page.locale),
            })}
            columns={[
              { label: page.t('events.sessions.time') },
              { label: page.t('events.sessions.session') },
              ...(elsewhere ? [{ label: page.t('events.sessions.elsewhere') }] : []),
              { label: page.t('events.sessions.speakers') },
            ]}
            rows={ofDay.map((session) => row({ page, session, names, shown, elsewhere }))}
          />
        );
      })}
    </section>
  );
}

interface RowProps {
  page: PageContext;
  session: Dated;
  names: SpeakerNames;
  shown: string;
  elsewhere: boolean;
}

function row({ page, session, names, shown, elsewhere }: RowProps): Child[] {
  const { key, from, to, clocks, kind, title, about, room } = session;
  const span = { start: from, end: to };
  return [
    <bdi id={`session-${key}`}>{clockWords(span, page.locale, shown)}</bdi>,
    <>
      <strong>
        <LangTextView page={page} text={title} />
      </strong>
      {(kind !== undefined || room !== undefined) && (
        <span class="kn-small kn-muted">
          <br />
          {kind !== undefined && word(page, 'session', kind)}
          {kind !== undefined && room !== undefined && ' · '}
          {room !== undefined && <LangTextView page={page} text={room} />}
        </span>
      )}
      {about !== undefined && (
        <>
          <br />
          <LangTextView page={page} text={about} />
        </>
      )}
    </>,
    ...(elsewhere
      ? [
          clocks === shown ? (
            ''
          ) : (
            <>
              <bdi>{clockWords(span, page.locale, clocks)}</bdi>
              <br />
              <bdi class="kn-small">{zoneWords(clocks, from, page.locale)}</bdi>
            </>
          ),
        ]
      : []),
    <Speakers page={page} session={session} names={names} />,
  ];
}

function Speakers({ page, session, names }: Pick<RowProps, 'page' | 'session' | 'names'>) {
  return (
    <>
      {(session.speakers ?? []).map(({ key, role, organisation }, i) => {
        const name = names[speakerKey(session.key, key)];
        const parts: Child[] = [
          ...(name === undefined ? [] : [<bdi>{name}</bdi>]),
          ...(role === undefined ? [] : [<LangTextView page={page} text={role} />]),
          ...(organisation === undefined ? [] : [<LangTextView page={page} text={organisation.name} />]),
        ];
        return (
          <>
            {i > 0 && <br />}
            {parts.flatMap((part, place) => (place === 0 ? [part] : [', ', part]))}
          </>
        );
      })}
    </>
  );
}

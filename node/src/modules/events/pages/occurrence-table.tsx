import { zoneWords } from '../../../kernel/calendar/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Details, LangTextView, Table, Tag } from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';
import type { Occurrence } from '../time/occurrences.ts';
import { clockWords, dayWords } from '../time/words.ts';

interface OccurrenceTableProps {
  page: PageContext;
  item: EventItem;
  zone: string;
}

/** More than these are one press away. */
const SHOWN = 12;

/** The days of a series: what is to come, and what is over one press away. */
export function OccurrenceTable(props: OccurrenceTableProps) {
  const { page, item } = props;
  const toCome = item.occurrences.filter(({ end }) => end > page.now);
  const over = item.occurrences.filter(({ end }) => end <= page.now);
  return (
    <section class="kn-flow" aria-labelledby="days">
      <h2 class="ds-heading" data-size="sm" id="days">
        {page.t('events.days.title', { count: item.occurrences.length })}
      </h2>
      {toCome.length > 0 && <Days {...props} id="days-to-come" of={toCome.slice(0, SHOWN)} />}
      {toCome.length > SHOWN && (
        <Details summary={page.t('events.days.more', { count: toCome.length - SHOWN })}>
          <Days {...props} id="days-later" of={toCome.slice(SHOWN)} />
        </Details>
      )}
      {over.length > 0 && (
        <Details summary={page.t('events.days.over', { count: over.length })}>
          <Days {...props} id="days-over" of={over} />
        </Details>
      )}
    </section>
  );
}

function Days({
  page,
  item: { event },
  zone,
  id,
  of,
}: OccurrenceTableProps & { id: string; of: readonly Occurrence[] }) {
  const notes = new Map(event.body.recurrence?.changed?.map(({ at, note }) => [at, note]));
  return (
    <Table
      id={id}
      caption={page.t(`events.days.caption-${id}`, {
        zone: zoneWords(zone, of[0]?.start ?? page.now, page.locale),
      })}
      columns={[
        { label: page.t('events.days.day') },
        { label: page.t('events.sessions.time') },
        { label: page.t('events.days.state') },
      ]}
      rows={of.map((one) => {
        const note = notes.get(one.at);
        return [
          <time datetime={one.start.toISOString()}>{dayWords(one.start, page.locale, zone)}</time>,
          <bdi>{clockWords(one, page.locale, zone)}</bdi>,
          <>
            {one.cancelled && (
              <Tag page={page} status="closed">
                {page.t('events.status.cancelled')}
              </Tag>
            )}
            {!one.cancelled && one.moved && (
              <Tag page={page} status="overdue">
                {page.t('events.days.moved')}
              </Tag>
            )}
            {note !== undefined && (
              <>
                {' '}
                <LangTextView page={page} text={note} />
              </>
            )}
          </>,
        ];
      })}
    />
  );
}

import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  LangTextBlock,
  LangTextView,
  Layout,
  NotConfirmed,
  PageHeading,
  ProvenanceFull,
  ProvenanceLine,
  Say,
  TranslationNote,
  Withdrawn,
} from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';
import { word } from '../words.ts';
import { About } from './about.tsx';
import { Actions } from './actions.tsx';
import { AttendPanel } from './attend-panel.tsx';
import { eventsCrumb } from './crumbs.ts';
import { EventFacts } from './event-facts.tsx';
import { StatusTag } from './list-page.tsx';
import { OccurrenceTable } from './occurrence-table.tsx';
import { Outcomes } from './outcomes.tsx';
import { SessionTables } from './session-tables.tsx';
import { ZonePicker } from './zone-picker.tsx';

interface EventPageProps {
  page: PageContext;
  item: EventItem;
  /** By whose clocks; undefined: the event's own, and each session's beside it. */
  zone: string | undefined;
}

/** One event: when by whose clocks, how to be there, its sessions or its days, and what came of it. */
export function EventPage({ page, item, zone }: EventPageProps) {
  const { event, outcomes, occurrences, provenance } = item;
  const { body, path } = event;
  const own = provenance.get(event.jti);
  const author = faceOf(page, event.node, own?.origin);
  const zones = [...new Set([body.zone, ...(body.sessions ?? []).flatMap((session) => session.zone ?? [])])];
  return (
    <Layout
      page={page}
      title={pickText(body.title, page.locale).text}
      description={pickText(body.summary, page.locale).text}
      door="shared-work"
      crumbs={[eventsCrumb(page)]}
      faces={[author]}
      {...(event.own ? {} : { canonical: event.sub })}
      noindex={zone !== undefined}
      alternates={[
        { type: 'text/calendar', href: `${path}.ics` },
        { type: 'application/ld+json', href: `${path}.jsonld` },
        { type: 'application/json', href: `${path}.json` },
      ]}
    >
      <PageHeading
        over={<Say page={page} id="events.by.event" with={{ who: author.name }} />}
        lead={<LangTextView page={page} text={body.summary} />}
      >
        <LangTextView page={page} text={body.title} />
      </PageHeading>
      <State page={page} item={item} />
      {own && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={own} />
        </div>
      )}
      <EventFacts page={page} item={item} zone={zone ?? body.zone} />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <Outcomes page={page} outcomes={outcomes} />
          <AttendPanel page={page} item={item} />
          {body.description !== undefined && (
            <div class="kn-text">
              <LangTextBlock page={page} text={body.description} />
            </div>
          )}
          <ZonePicker
            page={page}
            action={path}
            chosen={zone}
            own={zones}
            none={page.t('events.zone.of-event')}
            at={occurrences[0]?.start ?? page.now}
          />
          <SessionTables page={page} item={item} zone={zone} />
          {body.recurrence !== undefined && (
            <OccurrenceTable page={page} item={item} zone={zone ?? body.zone} />
          )}
          <Actions page={page} item={item} />
        </div>
        <aside class="kn-aside" aria-label={page.t('events.item.aside')}>
          {own && <ProvenanceFull page={page} provenance={own} />}
          <TranslationNote
            page={page}
            text={body.title}
            by={author.name}
            originalHref={`/records/${event.jti}`}
          />
          <About page={page} event={event} />
        </aside>
      </div>
    </Layout>
  );
}

/** What one must know before anything else: called off, another time, taken back, or not confirmed. */
function State({ page, item: { event, provenance } }: Pick<EventPageProps, 'page' | 'item'>) {
  const own = provenance.get(event.jti);
  const { status } = event.body;
  if (own?.state === 'failed') return <NotConfirmed page={page} provenance={own} />;
  if (event.state === 'withdrawn') return <Withdrawn page={page} row={event} />;
  if (status === 'cancelled' || status === 'postponed') {
    return (
      <Alert color="warning" title={word(page, 'status', status)}>
        {page.t(`events.state.${status}`)}
      </Alert>
    );
  }
  if (status === 'confirmed') return null;
  return (
    <p>
      <StatusTag page={page} status={status} />
    </p>
  );
}

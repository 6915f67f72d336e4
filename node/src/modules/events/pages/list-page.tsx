import { feedLinks } from '../../../kernel/feed/index.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import {
  addressWith,
  LangTextView,
  Layout,
  PageHeading,
  Pagination,
  ProvenanceLine,
  Row,
  Rows,
  SearchBox,
  Tag,
} from '../../../ui/index.ts';
import { type EventFilter, type FacetCounts, filterParameters, isFiltered, WHEN, whenOf } from '../filter.ts';
import type { EventRow } from '../read.ts';
import { word } from '../words.ts';
import { Narrow, NarrowedTo, Nothing } from './list-narrow.tsx';
import { When } from './when.tsx';
import { ZonePicker } from './zone-picker.tsx';

interface ListPageProps {
  page: PageContext;
  filter: EventFilter;
  list: Paged<EventRow>;
  provenance: ReadonlyMap<string, Provenance>;
  facets: FacetCounts;
  /** By whose clocks; undefined: each event's own. */
  zone: string | undefined;
  /** Drafts of whoever looks. */
  drafts: number;
  first: boolean;
}

/** What takes place here and at the partners: to come, or over. */
export function ListPage({ page, filter, list, provenance, facets, zone, drafts, first }: ListPageProps) {
  const { q: _words, ...kept } = filterParameters(filter);
  const query = new URLSearchParams(filterParameters(filter)).toString();
  const at = (path: string) => (query === '' ? path : `${path}?${query}`);
  const when = whenOf(filter);
  return (
    <Layout
      page={page}
      title={page.t('events.nav')}
      description={page.t('events.nav-about')}
      door="shared-work"
      noindex={!first || isFiltered(filter) || zone !== undefined}
      alternates={[
        ...feedLinks('/events', query, page.t('events.feed.title', { name: page.self.name })),
        { type: 'text/calendar', href: '/events.ics' },
      ]}
    >
      <PageHeading lead={page.t('events.nav-about')}>{page.t('events.nav')}</PageHeading>
      <nav aria-label={page.t('events.list.when')}>
        <ul class="kn-list kn-inline">
          {WHEN.filter((one) => one !== 'all').map((one) => (
            <li>
              {one === when ? (
                <strong aria-current="true">{page.t(`events.list.${one}`)}</strong>
              ) : (
                <a
                  class="ds-link"
                  href={addressWith(page, {
                    when: one === 'upcoming' ? null : one,
                    month: null,
                    after: null,
                  })}
                >
                  {page.t(`events.list.${one}`)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div class="kn-cols kn-section" data-side="start">
        <div class="kn-aside">
          <SearchBox
            page={page}
            action="/events"
            label={page.t('events.list.search')}
            value={filter.q}
            keep={kept}
          />
          <Narrow page={page} filter={filter} counts={facets} />
          <ZonePicker
            page={page}
            action="/events"
            chosen={zone}
            own={[]}
            none={page.t('events.zone.of-each')}
            at={page.now}
            keep={filterParameters(filter)}
          />
        </div>
        <section class="kn-flow" aria-labelledby="results">
          <div class="kn-results">
            <h2 class="ds-heading" data-size="2xs" id="results">
              {page.t(`events.list.count-${when}`, { count: facets.total })}
            </h2>
            {page.may('events.publish') && (
              <p class="kn-actions">
                <a class="ds-button" href="/events/new">
                  {page.t('events.list.publish')}
                </a>
                {drafts > 0 && (
                  <a class="ds-link" href="/events/new">
                    {page.t('events.list.drafts', { count: drafts })}
                  </a>
                )}
              </p>
            )}
          </div>
          <NarrowedTo page={page} filter={filter} />
          {list.items.length === 0 ? (
            <Nothing page={page} filter={filter} />
          ) : (
            <Rows>
              {list.items.map((item) => (
                <ListRow page={page} item={item} provenance={provenance.get(item.jti)} zone={zone} />
              ))}
            </Rows>
          )}
          <Pagination
            page={page}
            first={first ? undefined : addressWith(page, { after: null })}
            next={list.next === null ? undefined : addressWith(page, { after: list.next })}
          />
          <p class="kn-inline kn-small">
            <a class="ds-link" href="/events.ics">
              {page.t('events.list.calendar')}
            </a>
            <a class="ds-link" href="/events.ics?from=alliance">
              {page.t('events.list.calendar-alliance')}
            </a>
            <a class="ds-link" href={at('/events/feed.atom')}>
              {page.t('events.list.feed')}
            </a>
            <a class="ds-link" href={at('/events.json')}>
              {page.t('events.list.json')}
            </a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

interface ListRowProps {
  page: PageContext;
  item: EventRow;
  provenance: Provenance | undefined;
  zone: string | undefined;
}

function ListRow({ page, item, provenance, zone }: ListRowProps) {
  const { startsAt: start, endsAt: end, status, topics, more } = item;
  return (
    <Row
      level={3}
      over={
        <>
          <bdi>{faceOf(page, item.node, provenance?.origin).name}</bdi>
          {[word(page, 'type', item.type), ...topics.map((topic) => topicWord(page.t, topic))].map(
            (one) => ` · ${one}`,
          )}
        </>
      }
      title={<LangTextView page={page} text={item.title} />}
      href={item.path}
      doubtful={provenance?.state === 'failed'}
      provenance={provenance && <ProvenanceLine page={page} provenance={provenance} link={false} />}
      end={
        <>
          <strong>
            <When page={page} span={{ start, end }} zone={zone ?? item.zone} />
          </strong>
          <p class="kn-small kn-muted">
            {item.place === null ? (
              word(page, 'mode', item.mode)
            ) : (
              <LangTextView page={page} text={item.place} />
            )}
          </p>
          {more > 0 && <p class="kn-small kn-muted">{page.t('events.row.more', { count: more })}</p>}
        </>
      }
    >
      <StatusTag page={page} status={status} />
      <LangTextView page={page} text={item.summary} />
    </Row>
  );
}

/** Confirmed is what one expects, so nothing is said of it. */
export function StatusTag({ page, status }: { page: PageContext; status: string }) {
  if (status === 'confirmed') return null;
  const sign = status === 'cancelled' ? 'closed' : status === 'postponed' ? 'overdue' : 'planned';
  return (
    <>
      <Tag page={page} status={sign}>
        {word(page, 'status', status)}
      </Tag>{' '}
    </>
  );
}

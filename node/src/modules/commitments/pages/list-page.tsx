import { feedLinks } from '../../../kernel/feed/index.ts';
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
import { type CommitmentFilter, filterParameters, isFiltered } from '../filter.ts';
import type { CommitmentRow, Facets } from '../read.ts';
import { Narrow, NarrowedTo, Nothing } from './list-narrow.tsx';
import { Views } from './views.tsx';
import { lastDay, statusWord } from './words.ts';

interface ListPageProps {
  page: PageContext;
  filter: CommitmentFilter;
  list: Paged<CommitmentRow>;
  provenance: ReadonlyMap<string, Provenance>;
  facets: Facets;
  first: boolean;
}

/** Commitments of this node and its partners, newest first. */
export function ListPage({ page, filter, list, provenance, facets, first }: ListPageProps) {
  const { q, ...kept } = filterParameters(filter);
  const query = new URLSearchParams(filterParameters(filter)).toString();
  const at = (path: string) => (query === '' ? path : `${path}?${query}`);
  const title = page.t('commitments.nav');
  return (
    <Layout
      page={page}
      title={title}
      description={page.t('commitments.nav-about')}
      door="commitments"
      atDoor
      noindex={!first || isFiltered(filter)}
      alternates={[
        ...feedLinks('/commitments', query, page.t('commitments.feed.title', { name: page.self.name })),
        { type: 'application/json', href: at('/commitments.json') },
        { type: 'text/csv', href: at('/commitments.csv') },
        { type: 'text/calendar', href: at('/commitments/deadlines.ics') },
      ]}
    >
      <PageHeading lead={page.t('commitments.nav-about')}>{title}</PageHeading>
      <Views page={page} current="list" />
      {page.may('commitments.publish') && (
        <p class="kn-actions">
          <a class="ds-button" href="/commitments/new">
            {page.t('commitments.action.write')}
          </a>
        </p>
      )}
      <div class="kn-cols" data-side="start">
        <div class="kn-aside">
          <SearchBox
            page={page}
            action="/commitments"
            label={page.t('commitments.list.search')}
            value={q}
            keep={kept}
          />
          <Narrow page={page} filter={filter} facets={facets} />
        </div>
        <section class="kn-flow" aria-labelledby="results">
          <h2 class="ds-heading" data-size="2xs" id="results">
            {page.t('commitments.list.count', { count: facets.counts.total })}
          </h2>
          <NarrowedTo page={page} filter={filter} facets={facets} />
          {list.items.length === 0 ? (
            <Nothing page={page} filter={filter} />
          ) : (
            <Rows>
              {list.items.map((item) => (
                <ListRow page={page} item={item} provenance={provenance.get(item.jti)} />
              ))}
            </Rows>
          )}
          <Pagination
            page={page}
            first={first ? undefined : addressWith(page, { after: null })}
            next={list.next === null ? undefined : addressWith(page, { after: list.next })}
          />
          <p class="kn-inline kn-small">
            <a class="ds-link" href={at('/commitments/feed.atom')}>
              {page.t('commitments.list.feed')}
            </a>
            <a class="ds-link" href={at('/commitments/deadlines.ics')}>
              {page.t('commitments.list.deadlines')}
            </a>
            <a class="ds-link" href={at('/commitments.json')} download="commitments.json">
              {page.t('commitments.list.json')}
            </a>
            <a class="ds-link" href={at('/commitments.csv')} download="commitments.csv">
              {page.t('commitments.list.csv')}
            </a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

function ListRow({
  page,
  item,
  provenance,
}: {
  page: PageContext;
  item: CommitmentRow;
  provenance: Provenance | undefined;
}) {
  return (
    <Row
      level={2}
      over={<bdi>{provenance?.origin.name ?? new URL(item.node).host}</bdi>}
      title={<LangTextView page={page} text={item.title} />}
      href={item.path}
      doubtful={provenance?.state === 'failed'}
      provenance={provenance && <ProvenanceLine page={page} provenance={provenance} link={false} />}
      end={
        <>
          <strong>
            {item.status === null ? page.t('commitments.status.unreported') : statusWord(page, item.status)}
          </strong>
          {item.dueAt !== null && (
            <p class="kn-small kn-muted">{page.t('commitments.due', { date: lastDay(page, item.dueAt) })}</p>
          )}
        </>
      }
    >
      {(item.overdue || item.disputed) && (
        <>
          {item.overdue && <Tag page={page} status="overdue" />}{' '}
          {item.disputed && <Tag page={page} status="disputed" />}
        </>
      )}
    </Row>
  );
}

import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import {
  addressWith,
  EmptyState,
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
import { type CommitmentFilter, FACETS, TIMINGS } from '../filter.ts';
import type { CommitmentRow } from '../read.ts';
import { STATUSES } from '../vocabulary.ts';
import { lastDay, statusWord } from './words.ts';

interface ListPageProps {
  page: PageContext;
  filter: CommitmentFilter;
  list: Paged<CommitmentRow>;
  provenance: ReadonlyMap<string, Provenance>;
  first: boolean;
}

/** Commitments of this node and its partners, newest first. */
export function ListPage({ page, filter, list, provenance, first }: ListPageProps) {
  const kept = Object.fromEntries(FACETS.flatMap((facet) => (filter[facet] ? [[facet, filter[facet]]] : [])));
  const title = page.t('commitments.nav');
  return (
    <Layout
      page={page}
      title={title}
      description={page.t('commitments.nav-about')}
      door="commitments"
      atDoor
      noindex={!first || Object.values(filter).some((value) => value !== undefined)}
      alternates={[{ type: 'application/json', href: `/commitments${page.query}` }]}
    >
      <PageHeading lead={page.t('commitments.nav-about')}>{title}</PageHeading>
      <div class="kn-cols" data-side="start">
        <div class="kn-aside">
          <SearchBox
            page={page}
            action="/commitments"
            label={page.t('commitments.list.search')}
            value={filter.q}
            keep={kept}
          />
          <Narrow page={page} filter={filter} />
        </div>
        <section class="kn-flow" aria-label={title}>
          {list.items.length === 0 ? (
            <EmptyState title={page.t('commitments.list.none')}>
              {page.t('commitments.list.none-text')}
            </EmptyState>
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

/** Ways to narrow the list: by what is claimed, and by how it stands. */
function Narrow({ page, filter }: { page: PageContext; filter: CommitmentFilter }) {
  const groups = [
    {
      facet: 'status' as const,
      values: [...STATUSES, 'unreported'].map(
        (value) => [value, page.t(`commitments.status.${value}`)] as const,
      ),
    },
    {
      facet: 'timing' as const,
      values: TIMINGS.map((value) => [value, page.t(`ui.status.${value}`)] as const),
    },
  ];
  return (
    <details class="ds-details kn-facets" open>
      <summary>{page.t('commitments.list.narrow')}</summary>
      <nav aria-label={page.t('commitments.list.narrow')}>
        {groups.map(({ facet, values }) => (
          <>
            <h2 class="ds-heading" data-size="2xs">
              {page.t(`commitments.facet.${facet}`)}
            </h2>
            <ul class="kn-list">
              {values.map(([value, label]) => {
                const chosen = filter[facet] === value;
                return (
                  <li>
                    <a
                      class="ds-link"
                      href={addressWith(page, { [facet]: chosen ? null : value, after: null })}
                      aria-current={chosen ? 'true' : undefined}
                    >
                      {label}
                    </a>
                  </li>
                );
              })}
            </ul>
          </>
        ))}
      </nav>
    </details>
  );
}

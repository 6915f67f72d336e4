import { feedLinks } from '../../../kernel/feed/index.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import {
  addressWith,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  Rows,
  SearchBox,
} from '../../../ui/index.ts';
import { type FacetCounts, filterParameters, isFiltered, type PracticeFilter } from '../filter.ts';
import type { PracticeRow } from '../read.ts';
import { NothingFound, PracticesChosen } from './list-chosen.tsx';
import { PracticeFacets } from './list-facets.tsx';
import { PracticeListRow } from './list-row.tsx';

export interface ListPageProps {
  page: PageContext;
  filter: PracticeFilter;
  list: Paged<PracticeRow>;
  provenance: ReadonlyMap<string, Provenance>;
  facets: FacetCounts;
  /** Whether this is the first page of the list. */
  first: boolean;
  /** How many drafts the person has. */
  drafts: number;
}

/** All practices, ours and the partners', in one list. */
export function ListPage({ page, filter, list, provenance, facets, first, drafts }: ListPageProps) {
  const { q, ...kept } = filterParameters(filter);
  const query = new URLSearchParams(filterParameters(filter)).toString();
  const at = (path: string) => (query === '' ? path : `${path}?${query}`);
  return (
    <Layout
      page={page}
      title={page.t('practices.list.title')}
      description={page.t('practices.list.lead')}
      door="shared-work"
      noindex={!first || isFiltered(filter)}
      alternates={[
        ...feedLinks('/practices', query, page.t('practices.feed.title', { name: page.self.name })),
        { type: 'application/json', href: at('/practices.json') },
      ]}
    >
      <PageHeading lead={page.t('practices.list.lead')}>{page.t('practices.list.title')}</PageHeading>
      <div class="kn-cols" data-side="start">
        <div class="kn-aside">
          <SearchBox
            page={page}
            action="/practices"
            label={page.t('practices.list.search')}
            value={q}
            keep={kept}
          />
          <PracticeFacets page={page} filter={filter} facets={facets} />
        </div>
        <section class="kn-flow" aria-labelledby="results">
          <div class="kn-results">
            <h2 class="ds-heading" data-size="2xs" id="results">
              {page.t('practices.list.count', { count: facets.total })}
            </h2>
            {page.may('practices.publish') && (
              <p class="kn-actions">
                <a class="ds-button" href="/practices/new">
                  {page.t('practices.list.publish')}
                </a>
                {drafts > 0 && (
                  <a class="ds-link" href="/practices/new">
                    {page.t('practices.list.drafts', { count: drafts })}
                  </a>
                )}
                {page.may('practices.import') && (
                  <a class="ds-link" href="/practices/import">
                    {page.t('practices.list.import')}
                  </a>
                )}
              </p>
            )}
          </div>
          <PracticesChosen page={page} filter={filter} />
          {list.items.length > 0 ? (
            <Rows>
              {list.items.map((item) => (
                <PracticeListRow page={page} item={item} provenance={provenance.get(item.jti) ?? null} />
              ))}
            </Rows>
          ) : isFiltered(filter) || !first ? (
            <NothingFound page={page} filter={filter} />
          ) : (
            <EmptyState
              title={page.t('practices.list.empty')}
              action={
                <a class="ds-link" href="/partners">
                  {page.t('practices.list.empty-action')}
                </a>
              }
            >
              {page.t('practices.list.empty-lead')}
            </EmptyState>
          )}
          <Pagination
            page={page}
            first={first ? undefined : addressWith(page, { after: null })}
            next={list.next === null ? undefined : addressWith(page, { after: list.next })}
            nextLabel={page.t('practices.list.next')}
          />
          <p class="kn-inline kn-small">
            <a class="ds-link" href={at('/practices/feed.atom')}>
              {page.t('practices.list.feed')}
            </a>
            <a class="ds-link" href={at('/practices.json')} download="practices.json">
              {page.t('practices.list.export')}
            </a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

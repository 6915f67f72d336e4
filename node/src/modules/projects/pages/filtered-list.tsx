import type { Child } from 'hono/jsx';
import { topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  addressWith,
  Chosen,
  EmptyState,
  Facets,
  nodeWord,
  Pagination,
  Rows,
  SearchBox,
} from '../../../ui/index.ts';
import { FACETS, type Facet, type FacetCounts, filterParameters, type ProjectFilter } from '../filter.ts';

interface FilteredListProps {
  page: PageContext;
  /** Path of the list. */
  path: string;
  /** Prefix of its messages: `projects.list` or `projects.calls`. */
  words: string;
  filter: ProjectFilter;
  counts: FacetCounts;
  /** Cursor of the following part. */
  next: string | null;
  first: boolean;
  rows: readonly Child[];
  /** Below the list. */
  children?: Child;
}

/** A list that can be searched and narrowed. */
export function FilteredList(props: FilteredListProps) {
  const { page, path, words, filter, counts, next, first, rows, children } = props;
  const { q, ...kept } = filterParameters(filter);
  const facets = FACETS.map((name) => ({
    name,
    title: page.t(`projects.facet.${name}`),
    chosen: filter[name],
    choices: counts[name],
    word: (value: string) => facetWord(page, name, value),
  }));
  return (
    <div class="kn-cols" data-side="start">
      <div class="kn-aside">
        <SearchBox page={page} action={path} label={page.t(`${words}.search`)} value={q} keep={kept} />
        <Facets page={page} label={page.t('projects.list.narrow')} facets={facets} />
      </div>
      <section class="kn-flow" aria-labelledby="results">
        <h2 class="ds-heading" data-size="2xs" id="results">
          {page.t(`${words}.count`, { count: counts.total })}
        </h2>
        <Chosen page={page} label={page.t('projects.list.chosen')} choices={chosen(page, filter)} />
        {rows.length > 0 ? <Rows>{[...rows]}</Rows> : <Nothing {...props} />}
        <Pagination
          page={page}
          first={first ? undefined : addressWith(page, { after: null })}
          next={next === null ? undefined : addressWith(page, { after: next })}
        />
        {children}
      </section>
    </div>
  );
}

function Nothing({ page, path, words, filter }: FilteredListProps) {
  const narrowed = Object.keys(filterParameters(filter)).length > 0;
  return (
    <EmptyState
      title={page.t(narrowed ? `${words}.none` : `${words}.empty`)}
      action={
        narrowed && (
          <a class="ds-link" href={path}>
            {page.t(`${words}.all`)}
          </a>
        )
      }
    >
      {page.t(narrowed ? 'projects.list.none-text' : `${words}.empty-text`)}
    </EmptyState>
  );
}

function chosen(page: PageContext, filter: ProjectFilter) {
  const choices = FACETS.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ name: name as string, choice: facetWord(page, name, value) }];
  });
  const words =
    filter.q === undefined ? [] : [{ name: 'q', choice: page.t('projects.list.words', { q: filter.q }) }];
  return [...words, ...choices].map(({ name, choice }) => ({
    name,
    lift: page.t('projects.list.lift', { choice }),
  }));
}

function facetWord(page: PageContext, facet: Facet, value: string): string {
  if (facet === 'language') return page.format.language(value);
  return facet === 'origin' ? nodeWord(page, value) : topicWord(page.t, value);
}

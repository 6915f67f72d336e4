import { topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Chosen, EmptyState, Facets, nodeWord } from '../../../ui/index.ts';
import { type EventFilter, FACETS, type Facet, type FacetCounts, isFiltered, whenOf } from '../filter.ts';
import { monthWords } from '../time/words.ts';
import { word } from '../words.ts';

interface NarrowProps {
  page: PageContext;
  filter: EventFilter;
}

/** Ways to narrow the list: whose it is, what it is, on what, how one attends, when. */
export function Narrow({ page, filter, counts }: NarrowProps & { counts: FacetCounts }) {
  return (
    <Facets
      page={page}
      label={page.t('events.list.narrow')}
      facets={FACETS.map((name) => ({
        name,
        title: page.t(`events.facet.${name}`),
        chosen: filter[name],
        choices: counts[name],
        word: (value: string) => facetWord(page, name, value),
        ordered: name === 'month',
      }))}
    />
  );
}

/** What the list is narrowed to, each with a way to lift it. */
export function NarrowedTo({ page, filter }: NarrowProps) {
  const chosen = FACETS.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [{ name: name as string, label: facetWord(page, name, value) }];
  });
  const words =
    filter.q === undefined ? [] : [{ name: 'q', label: page.t('events.list.words', { q: filter.q }) }];
  return (
    <Chosen
      page={page}
      label={page.t('events.list.chosen')}
      choices={[...words, ...chosen].map(({ name, label }) => ({
        name,
        lift: page.t('events.list.lift', { choice: label }),
      }))}
    />
  );
}

/** An empty list: narrowed too far, or nothing announced yet. */
export function Nothing({ page, filter }: NarrowProps) {
  if (isFiltered(filter)) {
    return (
      <EmptyState
        title={page.t('events.list.none')}
        action={
          <a class="ds-link" href={whenOf(filter) === 'past' ? '/events?when=past' : '/events'}>
            {page.t('events.list.all')}
          </a>
        }
      >
        {page.t('events.list.none-left')}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={page.t('events.list.none')}>
      {page.t(whenOf(filter) === 'past' ? 'events.list.none-past' : 'events.list.none-text')}
    </EmptyState>
  );
}

function facetWord(page: PageContext, facet: Facet, value: string): string {
  switch (facet) {
    case 'origin':
      return nodeWord(page, value);
    case 'topic':
      return topicWord(page.t, value);
    case 'month':
      return monthWords(value, page.locale);
    case 'type':
    case 'mode':
      return word(page, facet, value);
  }
}

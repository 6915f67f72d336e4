import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Chosen, EmptyState, Facets, nodeWord } from '../../../ui/index.ts';
import { type CommitmentFilter, FACETS, type Facet, isFiltered, TIMINGS } from '../filter.ts';
import type { Facets as Counted } from '../read.ts';
import { STATUSES } from '../vocabulary.ts';
import { areaWord, statusWord } from './words.ts';

interface NarrowProps {
  page: PageContext;
  filter: CommitmentFilter;
  facets: Counted;
}

/** What follows a scale keeps its order. */
const ORDERS: Partial<Record<Facet, readonly string[]>> = {
  status: [...STATUSES, 'unreported'],
  timing: TIMINGS,
};

/** Ways to narrow the list: by whose it is, what is claimed, how it stands, theme and plan. */
export function Narrow({ page, filter, facets }: NarrowProps) {
  return (
    <Facets
      page={page}
      label={page.t('commitments.list.narrow')}
      facets={FACETS.map((name) => {
        const order = ORDERS[name];
        const choices = facets.counts[name];
        return {
          name,
          title: page.t(`commitments.facet.${name}`),
          chosen: filter[name],
          choices:
            order === undefined
              ? choices
              : [...choices].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)),
          word: (value: string) => facetWord({ page, facets }, name, value),
          ordered: order !== undefined,
        };
      })}
    />
  );
}

/** What the list is narrowed to, each with a way to lift it. */
export function NarrowedTo({ page, filter, facets }: NarrowProps) {
  const chosen = FACETS.flatMap((name) => {
    const value = filter[name];
    return value === undefined
      ? []
      : [{ name: name as string, label: facetWord({ page, facets }, name, value) }];
  });
  const words =
    filter.q === undefined ? [] : [{ name: 'q', label: page.t('commitments.list.words', { q: filter.q }) }];
  return (
    <Chosen
      page={page}
      label={page.t('commitments.list.chosen')}
      choices={[...words, ...chosen].map(({ name, label }) => ({
        name,
        lift: page.t('commitments.list.lift', { choice: label }),
      }))}
    />
  );
}

/** An empty list: narrowed too far, or nothing promised yet. */
export function Nothing({ page, filter }: Pick<NarrowProps, 'page' | 'filter'>) {
  if (!isFiltered(filter)) {
    return (
      <EmptyState title={page.t('commitments.list.none')}>{page.t('commitments.list.none-text')}</EmptyState>
    );
  }
  return (
    <EmptyState
      title={page.t('commitments.list.none')}
      action={
        <a class="ds-link" href="/commitments">
          {page.t('commitments.list.all')}
        </a>
      }
    >
      {page.t('commitments.list.none-left')}
    </EmptyState>
  );
}

function facetWord(
  { page, facets }: Pick<NarrowProps, 'page' | 'facets'>,
  facet: Facet,
  value: string,
): string {
  switch (facet) {
    case 'origin':
      return nodeWord(page, value);
    case 'status':
      return value === 'unreported' ? page.t('commitments.status.unreported') : statusWord(page, value);
    case 'timing':
      return (TIMINGS as readonly string[]).includes(value) ? page.t(`ui.status.${value}`) : value;
    case 'area':
      return areaWord(page, value);
    case 'plan': {
      const title = facets.plans.get(value);
      return title === undefined ? value : pickText(title, page.locale).text;
    }
  }
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { Chosen, EmptyState } from '../../../ui/index.ts';
import type { PracticeFilter } from '../filter.ts';
import { FACETS } from '../vocabulary.ts';
import { facetWord } from './list-facets.tsx';

interface ChosenProps {
  page: PageContext;
  filter: PracticeFilter;
}

/** What the list is narrowed to, each with a way to lift it. */
export function PracticesChosen({ page, filter }: ChosenProps) {
  return (
    <Chosen
      page={page}
      label={page.t('practices.list.chosen')}
      choices={choices({ page, filter }).map(({ name, label }) => ({
        name,
        lift: page.t('practices.list.lift', { choice: label }),
      }))}
    />
  );
}

/** Says what was asked for, and leaves the links above to lift it. */
export function NothingFound({ page, filter }: ChosenProps) {
  const asked = choices({ page, filter }).map(({ label }) => label);
  const all = (
    <a class="ds-link" href="/practices">
      {page.t('practices.list.all')}
    </a>
  );
  if (asked.length === 0) return <EmptyState title={page.t('practices.list.none-left')} action={all} />;
  return (
    <EmptyState title={page.t('practices.list.none', { choices: page.format.list(asked) })} action={all}>
      {page.t('practices.list.none-text')}
    </EmptyState>
  );
}

function choices({ page, filter }: ChosenProps): Array<{ name: string; label: string }> {
  const words =
    filter.q === undefined ? [] : [{ name: 'q', label: page.t('practices.list.words', { q: filter.q }) }];
  const facets = FACETS.flatMap((facet) => {
    const value = filter[facet];
    return value === undefined ? [] : [{ name: facet, label: facetWord(page, facet, value) }];
  });
  return [...words, ...facets];
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { Facets, nodeWord } from '../../../ui/index.ts';
import type { FacetCounts, PracticeFilter } from '../filter.ts';
import { FACETS, type Facet } from '../vocabulary.ts';
import { word } from '../words.ts';

interface FacetsProps {
  page: PageContext;
  filter: PracticeFilter;
  facets: FacetCounts;
}

/** Ways to narrow the list. */
export function PracticeFacets({ page, filter, facets }: FacetsProps) {
  return (
    <Facets
      page={page}
      label={page.t('practices.list.narrow')}
      facets={FACETS.map((name) => ({
        name,
        title: page.t(`practices.facet.${name}`),
        chosen: filter[name],
        choices: facets[name],
        word: (value: string) => facetWord(page, name, value),
      }))}
    />
  );
}

/** A choice in words: nodes by name, languages by theirs, the rest from the vocabulary. */
export function facetWord(page: PageContext, facet: Facet, value: string): string {
  if (facet === 'language') return page.format.language(value);
  return facet === 'origin' ? nodeWord(page, value) : word(page, facet, value);
}

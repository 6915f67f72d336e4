import type { PageContext } from '../../../kernel/web/page.ts';
import { addressWith, Num } from '../../../ui/index.ts';
import type { FacetCounts, FacetValue, PracticeFilter } from '../filter.ts';
import { FACETS, type Facet } from '../vocabulary.ts';
import { word } from '../words.ts';

/** More choices than these help nobody; the search does. */
const MOST = 10;

interface FacetsProps {
  page: PageContext;
  filter: PracticeFilter;
  facets: FacetCounts;
}

/** Ways to narrow the list: links with counts, closed on phones. */
export function Facets({ page, filter, facets }: FacetsProps) {
  const offered = FACETS.filter((facet) => facets[facet].length > 1 || filter[facet] !== undefined);
  if (offered.length === 0) return null;
  return (
    <details class="ds-details kn-facets">
      <summary>{page.t('practices.list.narrow')}</summary>
      <nav aria-label={page.t('practices.list.narrow')}>
        {offered.map((facet) => (
          <FacetGroup page={page} facet={facet} chosen={filter[facet]} values={facets[facet]} />
        ))}
      </nav>
    </details>
  );
}

interface FacetGroupProps {
  page: PageContext;
  facet: Facet;
  chosen: string | undefined;
  values: readonly FacetValue[];
}

function FacetGroup({ page, facet, chosen, values }: FacetGroupProps) {
  const known = chosen === undefined || values.some(({ value }) => value === chosen);
  const all = known ? values : [...values, { value: chosen, count: 0 }];
  const sorted = all
    .map(({ value, count }) => ({ value, count, label: facetWord(page, facet, value) }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, page.locale));
  const shown = sorted.filter(({ value }, i) => i < MOST || value === chosen);
  return (
    <div>
      <h2 class="ds-heading" data-size="2xs">
        {page.t(`practices.facet.${facet}`)}
      </h2>
      <ul class="kn-list">
        {shown.map(({ value, count, label }) => (
          <li>
            <a
              class="ds-link"
              href={addressWith(page, { [facet]: value === chosen ? null : value, after: null })}
              aria-current={value === chosen ? 'true' : undefined}
            >
              <bdi>{label}</bdi>
            </a>{' '}
            <span class="kn-small kn-muted">
              <Num page={page} value={count} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A choice in words: nodes by name, languages by theirs, the rest from the vocabulary. */
export function facetWord(page: PageContext, facet: Facet, value: string): string {
  if (facet === 'language') return page.format.language(value);
  if (facet !== 'origin') return word(page, facet, value);
  if (value === 'self') return page.self.name;
  return page.thread.partners.find((partner) => partner.host === value)?.name ?? value;
}

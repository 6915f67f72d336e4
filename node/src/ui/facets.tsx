import type { PageContext } from '../kernel/web/page.ts';
import { addressWith } from './layout/address.ts';
import { Num } from './number.tsx';

/** More choices than these help nobody; the search does. */
const MOST = 10;

export interface FacetChoice {
  value: string;
  /** How many things the list would have with it. */
  count: number;
}

export interface Facet {
  /** Name of the query parameter. */
  name: string;
  title: string;
  chosen: string | undefined;
  choices: readonly FacetChoice[];
  /** A choice in the reader's language. */
  word(value: string): string;
  /** The choices have an order of their own; otherwise the most frequent comes first. */
  ordered?: boolean;
}

interface FacetsProps {
  page: PageContext;
  label: string;
  facets: readonly Facet[];
}

/** Ways to narrow a list: links with counts, closed on phones. What has one choice only is left out. */
export function Facets({ page, label, facets }: FacetsProps) {
  const offered = facets.filter(({ choices, chosen }) => choices.length > 1 || chosen !== undefined);
  if (offered.length === 0) return null;
  return (
    <details class="ds-details kn-facets">
      <summary>{label}</summary>
      <nav aria-label={label}>
        {offered.map((facet) => (
          <FacetGroup page={page} {...facet} />
        ))}
      </nav>
    </details>
  );
}

function FacetGroup({ page, name, title, chosen, choices, word, ordered }: Facet & { page: PageContext }) {
  // What was asked for is offered even where nothing has it.
  const known = chosen === undefined || choices.some(({ value }) => value === chosen);
  const all = known ? choices : [...choices, { value: chosen, count: 0 }];
  const labelled = all.map((choice) => ({ ...choice, label: word(choice.value) }));
  const sorted = ordered
    ? labelled
    : labelled.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, page.locale));
  const shown = sorted.filter(({ value }, i) => i < MOST || value === chosen);
  return (
    <div>
      <h2 class="ds-heading" data-size="2xs">
        {title}
      </h2>
      <ul class="kn-list">
        {shown.map(({ value, count, label }) => (
          <li>
            <a
              class="ds-link"
              href={addressWith(page, { [name]: value === chosen ? null : value, after: null })}
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

interface ChosenProps {
  page: PageContext;
  label: string;
  /** What the list is narrowed to: the query parameter, and the words of the link that lifts it. */
  choices: ReadonlyArray<{ name: string; lift: string }>;
}

/** What a list is narrowed to, each with a way to lift it. */
export function Chosen({ page, label, choices }: ChosenProps) {
  if (choices.length === 0) return null;
  return (
    <ul class="kn-list kn-inline kn-small" aria-label={label}>
      {choices.map(({ name, lift }) => (
        <li>
          <a class="ds-link" href={addressWith(page, { [name]: null, after: null })}>
            {lift}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A node as filters name it: `self`, or the host of a partner. */
export function nodeWord(page: PageContext, value: string): string {
  if (value === 'self') return page.self.name;
  return page.thread.partners.find((partner) => partner.host === value)?.name ?? value;
}

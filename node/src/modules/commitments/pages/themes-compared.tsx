import type { PageContext } from '../../../kernel/web/page.ts';
import { type Bar, Bars, Table } from '../../../ui/index.ts';
import type { Counted, ThemesOf } from '../read.ts';
import { areaWord } from './words.ts';

interface ThemesComparedProps {
  page: PageContext;
  /** Those that are compared. */
  chosen: readonly Counted[];
  themes: ThemesOf;
  named(one: Counted): string;
}

/** More bars than these are no drawing any more; the table has all. */
const DRAWN = 8;

/** How many commitments of each are about each theme, drawn for the commonest and in figures for all. */
export function ThemesCompared({ page, chosen, themes, named }: ThemesComparedProps) {
  const of = (one: Counted, area: string) => themes.get(one.id)?.get(area) ?? 0;
  const areas = areasOf({ page, chosen, themes });
  if (areas.length === 0) return null;
  const barsOf = (one: Counted): Bar[] =>
    areas.slice(0, DRAWN).map((area) => ({
      label: <bdi>{areaWord(page, area)}</bdi>,
      value: page.t('commitments.view.of', {
        part: page.format.number(of(one, area)),
        whole: page.format.number(one.total),
      }),
      share: one.total === 0 ? 0 : of(one, area) / one.total,
      as: one.reference === null ? 'said' : 'found',
    }));
  return (
    <section class="kn-flow kn-section" aria-labelledby="by-theme">
      <h2 class="ds-heading" data-size="sm" id="by-theme">
        {page.t('commitments.view.themes')}
      </h2>
      <p class="kn-text">{page.t('commitments.view.compare-themes')}</p>
      {chosen.map((one) => (
        <section class="kn-flow">
          <h3 class="ds-heading" data-size="xs">
            <bdi>{named(one)}</bdi>
          </h3>
          <Bars
            title={page.t('commitments.view.themes-figure', { name: named(one) })}
            dir={page.dir}
            bars={barsOf(one)}
          />
        </section>
      ))}
      <Table
        id="compared-themes"
        caption={page.t('commitments.view.compare-themes-table')}
        columns={[
          { label: page.t('commitments.facet.area') },
          ...chosen.map((one) => ({ label: named(one), numeric: true })),
        ]}
        rows={areas.map((area) => [
          <bdi>{areaWord(page, area)}</bdi>,
          ...chosen.map((one) => page.format.number(of(one, area))),
        ])}
      />
    </section>
  );
}

/** Those with most commitments of all that are compared first, then by the alphabet. */
function areasOf({ page, chosen, themes }: Omit<ThemesComparedProps, 'named'>): string[] {
  const sums = new Map<string, number>();
  for (const { id } of chosen) {
    for (const [area, n] of themes.get(id) ?? []) sums.set(area, (sums.get(area) ?? 0) + n);
  }
  return [...sums]
    .sort(([a, n], [b, m]) => m - n || areaWord(page, a).localeCompare(areaWord(page, b), page.locale))
    .map(([area]) => area);
}

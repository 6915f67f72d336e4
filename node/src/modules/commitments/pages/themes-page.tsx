import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, Layout, PageHeading, Table } from '../../../ui/index.ts';
import type { Theme } from '../read.ts';
import { Views } from './views.tsx';
import { areaWord } from './words.ts';

/** What commitments are about: those of nodes lead to the list, those of references are only counted. */
export function ThemesPage({ page, themes }: { page: PageContext; themes: readonly Theme[] }) {
  const title = page.t('commitments.view.themes');
  const { number } = page.format;
  return (
    <Layout page={page} title={title} door="commitments">
      <PageHeading lead={page.t('commitments.view.themes-lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Views page={page} current="themes" />
        {themes.length === 0 ? (
          <EmptyState title={page.t('commitments.list.none')}>
            {page.t('commitments.list.none-text')}
          </EmptyState>
        ) : (
          <Table
            id="themes"
            caption={page.t('commitments.view.themes-table')}
            columns={[
              { label: page.t('commitments.facet.area') },
              { label: page.t('commitments.view.of-nodes'), numeric: true },
              { label: page.t('commitments.view.of-references'), numeric: true },
            ]}
            rows={themes.map(({ area, nodes, references }) => [
              nodes === 0 ? (
                <bdi>{areaWord(page, area)}</bdi>
              ) : (
                <a class="ds-link" href={`/commitments?area=${encodeURIComponent(area)}`}>
                  <bdi>{areaWord(page, area)}</bdi>
                </a>
              ),
              number(nodes),
              number(references),
            ])}
          />
        )}
      </div>
    </Layout>
  );
}

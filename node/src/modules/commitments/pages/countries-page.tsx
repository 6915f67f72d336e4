import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Layout, PageHeading, Table } from '../../../ui/index.ts';
import type { Counted } from '../read.ts';
import type { Reference } from '../reference.ts';
import { STATUSES } from '../vocabulary.ts';
import { Views } from './views.tsx';
import { statusWord } from './words.ts';

export interface CountedProps {
  page: PageContext;
  all: readonly Counted[];
  references: ReadonlyArray<SubjectRow<Reference>>;
  /** Of nodes, by origin. */
  names: ReadonlyMap<string, string>;
}

/** Whose commitments stand where: nodes first, then each reference by itself with its source and licence. */
export function CountriesPage({ page, all, references, names }: CountedProps) {
  const title = page.t('commitments.view.countries');
  const nodes = all.filter(({ reference }) => reference === null);
  return (
    <Layout page={page} title={title} door="commitments">
      <PageHeading lead={page.t('commitments.view.countries-lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Views page={page} current="countries" />
        <CountedTable
          page={page}
          id="nodes"
          caption={page.t('commitments.view.nodes-table')}
          rows={nodes}
          names={names}
        />
        {references.map(({ id, path, body }) => {
          const rows = all.filter(({ reference }) => reference === id);
          return rows.length === 0 ? null : (
            <section class="kn-flow">
              <h2 class="ds-heading" data-size="sm">
                <a class="ds-link" href={path}>
                  <LangTextView page={page} text={body.title} />
                </a>
              </h2>
              <p class="kn-muted">
                <a class="ds-link" href={body.source} rel="external nofollow noreferrer">
                  <bdi>{new URL(body.source).host}</bdi>
                </a>{' '}
                · <bdi>{body.licence}</bdi>
              </p>
              <CountedTable
                page={page}
                id={`reference-${id}`}
                caption={page.t('commitments.view.reference-table')}
                rows={rows}
                names={names}
              />
            </section>
          );
        })}
      </div>
    </Layout>
  );
}

interface CountedTableProps {
  page: PageContext;
  id: string;
  caption: string;
  rows: readonly Counted[];
  names: ReadonlyMap<string, string>;
}

/** Commitments by step, whose by whose, in the order of the alphabet. */
export function CountedTable({ page, id, caption, rows, names }: CountedTableProps) {
  const { number } = page.format;
  const starred = rows.some(({ stars }) => stars !== null);
  return (
    <Table
      id={id}
      caption={caption}
      columns={[
        { label: page.t('commitments.facet.origin') },
        { label: page.t('commitments.nav'), numeric: true },
        ...STATUSES.map((status) => ({ label: statusWord(page, status), numeric: true })),
        { label: page.t('commitments.view.other'), numeric: true },
        ...(starred ? [{ label: page.t('commitments.view.stars'), numeric: true }] : []),
      ]}
      rows={rows.map((row) => [
        <CountedName row={row} names={names} />,
        number(row.total),
        ...STATUSES.map((status) => number(row.steps[status] ?? 0)),
        number(otherOf(row)),
        ...(starred
          ? [
              row.stars === null
                ? ''
                : page.t('commitments.view.of', {
                    part: number(row.stars.starred),
                    whole: number(row.stars.of),
                  }),
            ]
          : []),
      ])}
    />
  );
}

function CountedName({
  row: { id, name, reference },
  names,
}: {
  row: Counted;
  names: ReadonlyMap<string, string>;
}) {
  if (reference !== null) return <bdi>{name}</bdi>;
  return (
    <a class="ds-link" href={`/commitments?origin=${encodeURIComponent(id.slice('node:'.length))}`}>
      <bdi>{names.get(name) ?? new URL(name).host}</bdi>
    </a>
  );
}

/** Without one of the four steps: nothing said, unclear, withdrawn. */
export function otherOf({ total, steps }: Counted): number {
  return total - STATUSES.reduce((sum, status) => sum + (steps[status] ?? 0), 0);
}

import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  type Bar,
  Bars,
  EmptyState,
  fieldId,
  LangTextView,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { Counted, ThemesOf } from '../read.ts';
import { STATUSES } from '../vocabulary.ts';
import { type CountedProps, CountedTable, otherOf } from './countries-page.tsx';
import { ThemesCompared } from './themes-compared.tsx';
import { Views } from './views.tsx';
import { statusWord } from './words.ts';

export const MOST_COMPARED = 6;

/** Two to six countries or nodes side by side, in the order of the alphabet: shares of steps, stars. Nobody is ranked. */
export function ComparePage({
  page,
  asked,
  themes,
  all,
  references,
  names,
}: CountedProps & { asked: readonly string[]; themes: ThemesOf }) {
  const title = page.t('commitments.view.compare');
  const chosen = all.filter(({ id }) => asked.includes(id));
  const titles = new Map(references.map(({ id, body }) => [id, body.title]));
  const named = (one: Counted) => names.get(one.name) ?? one.name;
  const sources = [...new Set(chosen.flatMap(({ reference }) => reference ?? []))];
  return (
    <Layout page={page} title={title} door="commitments" noindex={asked.length > 0}>
      <PageHeading lead={page.t('commitments.view.compare-lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Views page={page} current="compare" />
        {chosen.length === 1 && <Alert color="info">{page.t('commitments.view.compare-more')}</Alert>}
        {chosen.length > 1 && (
          <>
            {chosen.some(({ reference }) => reference === null) &&
              chosen.some(({ reference }) => reference !== null) && (
                <Alert color="warning">{page.t('commitments.view.compare-mixed')}</Alert>
              )}
            {chosen.map((one) => (
              <section class="kn-flow">
                <h2 class="ds-heading" data-size="xs">
                  <bdi>{named(one)}</bdi>
                </h2>
                <Bars
                  title={page.t('commitments.view.figure', { total: one.total })}
                  dir={page.dir}
                  bars={barsOf(page, one)}
                />
              </section>
            ))}
            <CountedTable
              page={page}
              id="compared"
              caption={page.t('commitments.view.compare-table')}
              rows={chosen}
              names={names}
            />
            <ThemesCompared page={page} chosen={chosen} themes={themes} named={named} />
            {sources.length > 0 && (
              <ul class="ds-list kn-small">
                {references
                  .filter(({ id }) => sources.includes(id))
                  .map(({ path, body }) => (
                    <li>
                      <a class="ds-link" href={path}>
                        <LangTextView page={page} text={body.title} />
                      </a>{' '}
                      · <bdi>{body.licence}</bdi>
                    </li>
                  ))}
              </ul>
            )}
          </>
        )}
        {all.length === 0 ? (
          <EmptyState title={page.t('commitments.list.none')}>
            {page.t('commitments.list.none-text')}
          </EmptyState>
        ) : (
          <Chooser
            page={page}
            all={all}
            chosen={new Set(chosen.map(({ id }) => id))}
            named={named}
            titles={titles}
          />
        )}
      </div>
    </Layout>
  );
}

/** What is said of a node's commitments is a claim; what a reference holds was found by an assessor. */
function barsOf(page: PageContext, one: Counted): Bar[] {
  const as = one.reference === null ? 'said' : 'found';
  const of = (label: string, n: number, look: Bar['as']): Bar => ({
    label,
    value: page.t('commitments.view.of', {
      part: page.format.number(n),
      whole: page.format.number(one.total),
    }),
    share: one.total === 0 ? 0 : n / one.total,
    as: look,
  });
  return [
    ...STATUSES.map((status) => of(statusWord(page, status), one.steps[status] ?? 0, as)),
    of(page.t('commitments.view.other'), otherOf(one), 'rest'),
  ];
}

interface ChooserProps {
  page: PageContext;
  all: readonly Counted[];
  chosen: ReadonlySet<string>;
  named(one: Counted): string;
  titles: ReadonlyMap<string, Parameters<typeof LangTextView>[0]['text']>;
}

/** A form without a script: the choice stands in the address. */
function Chooser({ page, all, chosen, named, titles }: ChooserProps) {
  const groups = [null, ...titles.keys()].map((reference) => ({
    reference,
    members: all.filter((one) => one.reference === reference),
  }));
  return (
    <form class="kn-form" method="get" action="/commitments/compare">
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ reference, members }, group) => {
          const title = reference === null ? undefined : titles.get(reference);
          return (
            <fieldset class="ds-fieldset">
              <legend class="ds-label">
                {title === undefined ? (
                  page.t('commitments.view.nodes')
                ) : (
                  <LangTextView page={page} text={title} />
                )}
              </legend>
              <div class="kn-choices">
                {members.map((one, i) => {
                  const id = fieldId(`with-${group}-${i}`);
                  return (
                    <div class="ds-field">
                      <input
                        class="ds-input"
                        type="checkbox"
                        id={id}
                        name="with"
                        value={one.id}
                        checked={chosen.has(one.id) || undefined}
                      />
                      <label class="ds-label" data-weight="regular" for={id}>
                        <bdi>{named(one)}</bdi>
                      </label>
                    </div>
                  );
                })}
              </div>
            </fieldset>
          );
        })}
      <p>
        <button class="ds-button" type="submit">
          {page.t('commitments.view.compare-button')}
        </button>
      </p>
    </form>
  );
}

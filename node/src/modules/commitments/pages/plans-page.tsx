import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import {
  addressWith,
  EmptyState,
  LangTextView,
  Layout,
  PageHeading,
  Pagination,
  ProvenanceLine,
  Row,
  Rows,
} from '../../../ui/index.ts';
import type { Plan } from '../plan.ts';
import { Views } from './views.tsx';
import { programmeWord } from './words.ts';

interface PlansPageProps {
  page: PageContext;
  list: Paged<SubjectRow<Plan>>;
  provenance: ReadonlyMap<string, Provenance>;
  first: boolean;
}

/** Plans of this node and its partners, newest first. */
export function PlansPage({ page, list, provenance, first }: PlansPageProps) {
  const title = page.t('commitments.view.plans');
  return (
    <Layout page={page} title={title} door="commitments" noindex={!first}>
      <PageHeading lead={page.t('commitments.view.plans-lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Views page={page} current="plans" />
        {list.items.length === 0 ? (
          <EmptyState title={page.t('commitments.view.plans-none')} />
        ) : (
          <Rows>
            {list.items.map(({ jti, path, node, body }) => {
              const own = provenance.get(jti);
              return (
                <Row
                  level={2}
                  over={<bdi>{own?.origin.name ?? new URL(node).host}</bdi>}
                  title={<LangTextView page={page} text={body.title} />}
                  href={path}
                  doubtful={own?.state === 'failed'}
                  provenance={own && <ProvenanceLine page={page} provenance={own} link={false} />}
                  end={<bdi>{page.format.period(body.start, body.end)}</bdi>}
                >
                  {programmeWord(page, body.programme)}
                </Row>
              );
            })}
          </Rows>
        )}
        <Pagination
          page={page}
          first={first ? undefined : addressWith(page, { after: null })}
          next={list.next === null ? undefined : addressWith(page, { after: list.next })}
        />
      </div>
    </Layout>
  );
}

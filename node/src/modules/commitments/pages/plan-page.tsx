import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  Facts,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceFull,
  Row,
  Rows,
  Say,
  Tag,
  Withdrawn,
} from '../../../ui/index.ts';
import { isOverdue, type PlanItem } from '../read.ts';
import { PlanActions, PlanFacts } from './plan-aside.tsx';
import { statusWord } from './words.ts';

/** A plan at a glance: how many of its commitments are where, and each with what is claimed of it. */
export function PlanPage({ page, item }: { page: PageContext; item: PlanItem }) {
  const { plan, commitments, completion, overdue, disputed, provenance } = item;
  const { title, summary } = plan.body;
  const own = provenance.get(plan.jti);
  const { number } = page.format;
  return (
    <Layout
      page={page}
      title={pickText(title, page.locale).text}
      door="commitments"
      faces={[...provenance.values()].map(({ origin }) => origin)}
      {...(plan.own ? {} : { canonical: plan.sub })}
      alternates={[{ type: 'application/json', href: `${plan.path}.json` }]}
    >
      <PageHeading
        over={
          <Say
            page={page}
            id="commitments.by.plan"
            with={{ who: faceOf(page, plan.node, own?.origin).name }}
          />
        }
        lead={summary && <LangTextView page={page} text={summary} />}
      >
        <LangTextView page={page} text={title} />
      </PageHeading>
      <Withdrawn page={page} row={plan} />
      <Facts
        facts={[
          { label: page.t('commitments.nav'), value: number(completion.of) },
          { label: page.t('commitments.high'), value: number(completion.high) },
          { label: page.t('ui.status.overdue'), value: number(overdue) },
          { label: page.t('ui.status.disputed'), value: number(disputed) },
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <h2 class="ds-heading" data-size="sm">
            {page.t('commitments.nav')}
          </h2>
          {commitments.length === 0 ? (
            <EmptyState title={page.t('commitments.list.none')}>
              {page.t('commitments.list.none-text')}
            </EmptyState>
          ) : (
            <Rows>
              {commitments.map(({ commitment, standing }) => (
                <Row
                  level={3}
                  over={
                    commitment.body.number === undefined ? undefined : <bdi>{commitment.body.number}</bdi>
                  }
                  title={<LangTextView page={page} text={commitment.body.title} />}
                  href={commitment.path}
                  doubtful={provenance.get(commitment.jti)?.state === 'failed'}
                  end={
                    <strong>
                      {standing.completion.status === null
                        ? page.t('commitments.status.unreported')
                        : statusWord(page, standing.completion.status)}
                    </strong>
                  }
                >
                  {page.t('commitments.complete-of', {
                    complete: standing.completion.complete,
                    of: standing.completion.of,
                  })}{' '}
                  {isOverdue(standing) && <Tag page={page} status="overdue" />}{' '}
                  {standing.disputed && <Tag page={page} status="disputed" />}
                </Row>
              ))}
            </Rows>
          )}
          <PlanActions page={page} item={item} />
        </div>
        <aside class="kn-aside" aria-label={page.t('commitments.plan')}>
          <PlanFacts page={page} plan={plan.body} />
          {own && <ProvenanceFull page={page} provenance={own} />}
        </aside>
      </div>
    </Layout>
  );
}

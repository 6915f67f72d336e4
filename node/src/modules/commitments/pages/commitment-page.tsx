import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  LangTextBlock,
  LangTextView,
  Layout,
  NotConfirmed,
  PageHeading,
  ProvenanceFull,
  ProvenanceLine,
  Say,
  Tag,
  Withdrawn,
} from '../../../ui/index.ts';
import { SECTIONS } from '../commitment.ts';
import { type Comment, type CommitmentItem, isOverdue } from '../read.ts';
import { ClaimAndFindings } from './claim-and-findings.tsx';
import { Comments } from './comments.tsx';
import { CommitmentActions } from './commitment-actions.tsx';
import { EvidenceTable, type HandedIn } from './evidence-table.tsx';
import { Milestones } from './milestones.tsx';
import { PromisePanel } from './promise.tsx';
import { WhyTheyDiffer } from './why-they-differ.tsx';

interface CommitmentPageProps {
  page: PageContext;
  item: CommitmentItem;
  /** What people wrote below it, here. */
  comments: readonly Comment[];
}

/** One commitment: what is claimed beside what others found, why they differ, milestones, evidence, the promise. */
export function CommitmentPage({ page, item, comments }: CommitmentPageProps) {
  const { commitment, plan, standing, provenance } = item;
  const { body } = commitment;
  const own = provenance.get(commitment.jti);
  const faces = [...provenance.values()].map(({ origin }) => origin);
  const author = faceOf(page, commitment.node, own?.origin);
  return (
    <Layout
      page={page}
      title={pickText(body.title, page.locale).text}
      door="commitments"
      crumbs={plan === null ? [] : [{ label: pickText(plan.body.title, page.locale).text, href: plan.path }]}
      faces={faces}
      {...(commitment.own ? {} : { canonical: commitment.sub })}
      alternates={[{ type: 'application/json', href: `${commitment.path}.json` }]}
    >
      <PageHeading over={<Say page={page} id="commitments.by.commitment" with={{ who: author.name }} />}>
        <LangTextView page={page} text={body.title} />
      </PageHeading>
      <p>
        {isOverdue(standing) && <Tag page={page} status="overdue" />}{' '}
        {standing.disputed && <Tag page={page} status="disputed" />}
      </p>
      <NotConfirmed page={page} provenance={own} />
      <Withdrawn page={page} row={commitment} />
      {own && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={own} />
        </div>
      )}
      <ClaimAndFindings page={page} item={item} />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <WhyTheyDiffer page={page} item={item} />
          <Milestones page={page} body={body} standing={standing} />
          {SECTIONS.flatMap((section) => {
            const text = body[section];
            return text === undefined
              ? []
              : [
                  <section class="kn-flow kn-text">
                    <h2 class="ds-heading" data-size="sm">
                      {page.t(`commitments.section.${section}`)}
                    </h2>
                    <LangTextBlock page={page} text={text} />
                  </section>,
                ];
          })}
          <EvidenceTable page={page} rows={handedIn(item)} checks={item.evidence} />
          <CommitmentActions page={page} item={item} />
          {commitment.own && (
            <Comments
              page={page}
              path={commitment.path}
              comments={comments}
              open={commitment.state === 'live'}
            />
          )}
        </div>
        <aside class="kn-aside" aria-label={page.t('commitments.promise')}>
          <PromisePanel page={page} item={item} />
          {own && <ProvenanceFull page={page} provenance={own} />}
        </aside>
      </div>
    </Layout>
  );
}

/** The evidence of all that counts: claims of those who lead it, and findings. */
function handedIn({ said, provenance }: CommitmentItem): HandedIn[] {
  return [...said.reports.filter(({ counts }) => counts), ...said.assessments].map((row) => ({
    row,
    who: provenance.get(row.jti)?.origin.name ?? new URL(row.node).host,
  }));
}

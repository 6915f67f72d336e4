import type { Child } from 'hono/jsx';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { LangTextBlock, LangTextView, Panel, ProvenanceEdge, Say } from '../../../ui/index.ts';
import type { CommitmentItem } from '../read.ts';
import { statusWord } from './words.ts';

interface StatementProps {
  page: PageContext;
  id: string;
  provenance: Provenance | undefined;
  over: Child;
  status: string;
  children: LangText;
  /** Its own page: all that was said. */
  href: string;
  foot?: Child;
}

/** The latest claim and every finding, equal in size, each hanging from its author's seal. */
export function ClaimAndFindings({ page, item }: { page: PageContext; item: CommitmentItem }) {
  const { said, standing, provenance } = item;
  const claim = said.reports.find(({ jti }) => jti === standing.completion.claim?.jti);
  if (claim === undefined && said.assessments.length === 0) {
    return <p class="kn-muted">{page.t('commitments.nothing-said')}</p>;
  }
  return (
    <div class="kn-cols kn-section" data-even>
      {claim === undefined ? (
        <Panel title={page.t('commitments.no-claim')}>
          <p>{page.t('commitments.no-claim-text')}</p>
        </Panel>
      ) : (
        <Statement
          page={page}
          id={`report-${claim.id}`}
          provenance={provenance.get(claim.jti)}
          over={
            <Say
              page={page}
              id="commitments.says"
              with={{ who: provenance.get(claim.jti)?.origin.name ?? new URL(claim.node).host }}
            />
          }
          status={claim.body.status}
          href={claim.path}
        >
          {claim.body.progress}
        </Statement>
      )}
      {said.assessments.map((assessment) => (
        <Statement
          page={page}
          id={`assessment-${assessment.id}`}
          provenance={provenance.get(assessment.jti)}
          over={
            <Say
              page={page}
              id="commitments.found"
              with={{ who: <LangTextView page={page} text={assessment.body.assessor.name} /> }}
            />
          }
          status={assessment.body.codes.completion}
          href={assessment.path}
          foot={assessment.byLead ? <p class="kn-small">{page.t('commitments.by-lead')}</p> : undefined}
        >
          {assessment.body.reasoning}
        </Statement>
      ))}
    </div>
  );
}

function Statement({ page, id, provenance, over, status, href, children, foot }: StatementProps) {
  const content = (
    <div id={id} class="kn-statement">
      <p class="kn-muted">{over}</p>
      <h2 class="ds-heading" data-size="sm">
        {statusWord(page, status)}
      </h2>
      <LangTextBlock page={page} text={children} />
      {foot}
      <p>
        <a class="ds-link kn-small" href={href}>
          {page.t('commitments.said.all')} <span class="ds-sr-only">{over}</span>
        </a>
      </p>
    </div>
  );
  return provenance === undefined ? (
    <Panel>{content}</Panel>
  ) : (
    <ProvenanceEdge page={page} provenance={provenance}>
      {content}
    </ProvenanceEdge>
  );
}

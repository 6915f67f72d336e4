import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  DeclaredAnswers,
  HistoryPanel,
  LangTextView,
  Layout,
  NotConfirmed,
  PageHeading,
  ProvenanceFull,
  ProvenanceLine,
  Say,
  Withdrawn,
} from '../../../ui/index.ts';
import { asFormBody, fieldsFor, writtenIn } from '../form/shown-body.ts';
import { stepsOf } from '../form/step-rows.ts';
import { PERMISSIONS } from '../permissions.ts';
import type { SaidItem } from '../read.ts';
import { Assessed } from './assessed.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { WORDS } from './form-words.ts';
import { titleOf } from './words.ts';

/** One status report, one assessment, or the word of a lead: all that was signed, and what became of its evidence. */
export function SaidPage({ page, item }: { page: PageContext; item: SaidItem }) {
  const { thing, row, commitment, byLead, provenance, versions } = item;
  const body = row.body as unknown as Record<string, unknown>;
  const who = faceOf(page, row.node, provenance?.origin).name;
  const title = titleOf(row, page);
  const [first = page.locale, ...others] = writtenIn(body);
  const titles = new Map(
    commitment === null ? [] : stepsOf(commitment.body).map((step) => [step.key, step.title]),
  );
  const { evidence: _table, report: _link, ...shown } = asFormBody(thing, body);
  return (
    <Layout
      page={page}
      title={`${page.t(`commitments.said.${thing}`)}: ${title}`}
      door="commitments"
      crumbs={commitment === null ? [] : [{ label: titleOf(commitment, page), href: commitment.path }]}
      faces={provenance === null ? [] : [provenance.origin]}
      {...(row.own ? {} : { canonical: row.sub })}
      alternates={[{ type: 'application/json', href: `${row.path}.json` }]}
    >
      <PageHeading over={<Say page={page} id={`commitments.by.${thing}`} with={{ who }} />}>
        <LangTextView page={page} text={row.body.commitment.title} />
      </PageHeading>
      <NotConfirmed page={page} provenance={provenance} />
      <Withdrawn page={page} row={row} />
      {thing === 'report' && !byLead && commitment !== null && (
        <Alert color="warning">{page.t('commitments.not-counting')}</Alert>
      )}
      {thing === 'assessment' && byLead && <Alert color="warning">{page.t('commitments.by-lead')}</Alert>}
      {provenance && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={provenance} />
        </div>
      )}
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          {thing === 'assessment' && <Assessed page={page} body={body} />}
          <DeclaredAnswers
            page={page}
            words={WORDS}
            fields={fieldsFor(thing, body)}
            body={shown}
            level={2}
            langs={[first, ...others]}
            rowTitle={(_name, { key }) => {
              const step = titles.get(String(key));
              return step === undefined ? (
                <bdi>{String(key ?? '')}</bdi>
              ) : (
                <>
                  <LangTextView page={page} text={step} />:
                </>
              );
            }}
          />
          <EvidenceTable
            page={page}
            rows={thing === 'lead' ? [] : [{ row: row as never, who }]}
            checks={item.evidence}
          />
          <SaidActions page={page} item={item} />
        </div>
        <aside class="kn-aside" aria-label={page.t('commitments.said.about')}>
          {provenance && <ProvenanceFull page={page} provenance={provenance} />}
          {thing !== 'lead' && (
            <HistoryPanel page={page} path={row.path} versions={versions} total={row.version} />
          )}
        </aside>
      </div>
    </Layout>
  );
}

function SaidActions({ page, item: { thing, row, commitment } }: { page: PageContext; item: SaidItem }) {
  const writes = row.own && row.state === 'live' && page.may(PERMISSIONS[thing]);
  return (
    <p class="kn-actions">
      {commitment !== null && (
        <a class="ds-link" href={commitment.path}>
          {page.t('commitments.said.see')}
        </a>
      )}
      {writes && thing !== 'lead' && (
        <a class="ds-button" href={`${row.path}/revise`}>
          {page.t('commitments.action.revise')}
        </a>
      )}
      <a class="ds-link" href={`${row.path}.json`}>
        {page.t('commitments.action.json')}
      </a>
      {writes && (
        <a class="ds-link" href={`${row.path}/withdraw`}>
          {page.t('commitments.action.withdraw')}
        </a>
      )}
    </p>
  );
}

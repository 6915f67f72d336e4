import type { Evidence } from '../../../kernel/subjects/parts.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Table, Tag } from '../../../ui/index.ts';
import { evidenceKey } from '../evidence/checks.ts';
import type { CommitmentItem } from '../read.ts';

/** What was handed in, by whom, and whether its address still answers the same bytes. */
export function EvidenceTable({ page, item }: { page: PageContext; item: CommitmentItem }) {
  const { said, provenance } = item;
  const rows = [...said.reports.filter(({ counts }) => counts), ...said.assessments].flatMap((row) =>
    (row.body.evidence ?? []).map((evidence) => [
      <Document page={page} evidence={evidence} />,
      <bdi>{provenance.get(row.jti)?.origin.name ?? new URL(row.node).host}</bdi>,
      <Since page={page} item={item} evidence={evidence} node={row.node} />,
    ]),
  );
  if (rows.length === 0) return null;
  return (
    <Table
      id="evidence"
      caption={page.t('commitments.evidence')}
      columns={['document', 'given-by', 'since'].map((name) => ({
        label: page.t(`commitments.evidence-${name}`),
      }))}
      rows={rows}
    />
  );
}

function Document({ page, evidence }: { page: PageContext; evidence: Evidence }) {
  const label = <LangTextView page={page} text={evidence.label} />;
  return evidence.url === undefined ? (
    label
  ) : (
    <a class="ds-link" href={evidence.url} rel="nofollow">
      {label}
    </a>
  );
}

function Since({
  page,
  item,
  evidence,
  node,
}: {
  page: PageContext;
  item: CommitmentItem;
  evidence: Evidence;
  node: string;
}) {
  if (evidence.sha256 === undefined) return <>{page.t('commitments.no-copy')}</>;
  const check = item.evidence.get(evidenceKey(evidence) ?? '');
  const date = check === undefined ? '' : page.format.date(check.checkedAt);
  return (
    <>
      {check?.outcome === 'same' && <Tag page={page} status="unchanged" />}
      {check?.outcome === 'changed' && (
        <Tag page={page} status="changed">
          {page.t('commitments.changed', { date })}
        </Tag>
      )}
      {check?.outcome === 'gone' && (
        <Tag page={page} status="changed">
          {page.t('commitments.gone', { date })}
        </Tag>
      )}
      {check === undefined && evidence.url !== undefined && <Tag page={page} status="waiting" />}
      {check?.outcome === 'unreachable' && (
        <Tag page={page} status="unreachable">
          {page.t('commitments.unreachable', { date })}
        </Tag>
      )}{' '}
      <a
        class="ds-link kn-small"
        href={`${node === page.self.node ? '' : node}/blobs/sha256/${evidence.sha256}`}
      >
        {page.t('commitments.copy')}
      </a>
    </>
  );
}

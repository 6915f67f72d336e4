import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { Evidence } from '../../../kernel/subjects/parts.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Fingerprint, LangTextView, Table, Tag } from '../../../ui/index.ts';
import { type EvidenceCheck, evidenceKey } from '../evidence/checks.ts';

/** What was handed in with something that was said, and by whom. */
export interface HandedIn {
  row: Pick<SubjectRow<{ evidence?: Evidence[] | undefined }>, 'node' | 'body'>;
  who: string;
}

interface EvidenceTableProps {
  page: PageContext;
  rows: readonly HandedIn[];
  /** What became of it since, by digest and address. */
  checks: ReadonlyMap<string, EvidenceCheck>;
}

/** What was handed in, by whom, and whether its address still answers the same bytes. */
export function EvidenceTable({ page, rows, checks }: EvidenceTableProps) {
  const lines = rows.flatMap(({ row, who }) =>
    (row.body.evidence ?? []).map((evidence) => [
      <Document page={page} evidence={evidence} />,
      <bdi>{who}</bdi>,
      <Since
        page={page}
        check={checks.get(evidenceKey(evidence) ?? '')}
        evidence={evidence}
        node={row.node}
      />,
    ]),
  );
  if (lines.length === 0) return null;
  return (
    <Table
      id="evidence"
      caption={page.t('commitments.evidence')}
      columns={['document', 'given-by', 'since'].map((name) => ({
        label: page.t(`commitments.evidence-${name}`),
      }))}
      rows={lines}
    />
  );
}

function Document({ page, evidence }: { page: PageContext; evidence: Evidence }) {
  const label = <LangTextView page={page} text={evidence.label} />;
  return evidence.url === undefined ? (
    label
  ) : (
    <a class="ds-link" href={evidence.url} rel="external nofollow noreferrer">
      {label}
    </a>
  );
}

interface SinceProps {
  page: PageContext;
  check: EvidenceCheck | undefined;
  evidence: Evidence;
  node: string;
}

function Since({ page, check, evidence, node }: SinceProps) {
  const { sha256, url } = evidence;
  if (sha256 === undefined) return <>{page.t('commitments.no-copy')}</>;
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
      {check === undefined && url !== undefined && <Tag page={page} status="waiting" />}
      {check?.outcome === 'unreachable' && (
        <Tag page={page} status="unreachable">
          {page.t('commitments.unreachable', { date })}
        </Tag>
      )}{' '}
      <a class="ds-link kn-small" href={`${node === page.self.node ? '' : node}/blobs/sha256/${sha256}`}>
        {page.t('commitments.copy')}
      </a>
      {check?.outcome === 'changed' && <Digests page={page} promised={sha256} seen={check.seen} />}
    </>
  );
}

/** Both fingerprints, so that anybody can compare them. */
function Digests({ page, promised, seen }: { page: PageContext; promised: string; seen: string | null }) {
  return (
    <dl class="kn-facts kn-small" data-stacked="">
      <div>
        <dt>{page.t('commitments.digest-then')}</dt>
        <dd>
          <Fingerprint value={promised} />
        </dd>
      </div>
      <div>
        <dt>{page.t('commitments.digest-now')}</dt>
        <dd>{seen === null ? page.t('commitments.digest-unread') : <Fingerprint value={seen} />}</dd>
      </div>
    </dl>
  );
}

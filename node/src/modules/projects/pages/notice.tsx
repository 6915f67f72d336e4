import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { Alert, reasonWords } from '../../../ui/index.ts';

interface NoticeProps {
  page: PageContext;
  row: SubjectRow;
  provenance: Provenance | undefined;
}

/** What has to be known before: that it was taken back, or that its log is not confirmed. */
export function Notice({ page, row, provenance }: NoticeProps) {
  if (provenance?.state === 'failed') {
    return (
      <Alert color="danger" title={page.t('ui.status.not-confirmed')}>
        {reasonWords(page, provenance.code)}
      </Alert>
    );
  }
  if (row.state !== 'withdrawn') return null;
  return (
    <Alert color="warning" title={page.t('ui.status.withdrawn')}>
      <bdi>{row.reason}</bdi>
    </Alert>
  );
}

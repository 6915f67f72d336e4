import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { NotConfirmed, Withdrawn } from '../../../ui/index.ts';

interface NoticeProps {
  page: PageContext;
  row: SubjectRow;
  provenance: Provenance | undefined;
}

/** What has to be known before: that it was taken back, or that its log is not confirmed. */
export function Notice({ page, row, provenance }: NoticeProps) {
  if (provenance?.state === 'failed') return <NotConfirmed page={page} provenance={provenance} />;
  return <Withdrawn page={page} row={row} />;
}

import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { Alert, reasonWords } from '../../../ui/index.ts';

interface ItemNoticeProps {
  page: PageContext;
  row: { state: string; reason: string | null };
  provenance: Provenance | null;
  /** Whether its author was a member when it was said. */
  counts: boolean;
}

/** One sentence where something is not what it was, or does not count. */
export function ItemNotice({ page, row, provenance, counts }: ItemNoticeProps) {
  if (provenance?.state === 'failed') {
    return (
      <Alert color="danger" title={page.t('ui.status.not-confirmed')}>
        {reasonWords(page, provenance.code)}
      </Alert>
    );
  }
  if (row.state === 'withdrawn') {
    return (
      <Alert color="warning" title={page.t('ui.status.withdrawn')}>
        <bdi>{row.reason}</bdi>
      </Alert>
    );
  }
  if (counts) return null;
  return (
    <Alert color="warning" title={page.t('alliances.void')}>
      {page.t('alliances.void-text')}
    </Alert>
  );
}

import type { PageContext, Provenance } from '../kernel/web/page.ts';
import { Alert } from './alert.tsx';
import { reasonWords } from './provenance/words.tsx';

interface NotConfirmedProps {
  page: PageContext;
  provenance: Provenance | null | undefined;
}

/** That the check of a subject's record failed, and why; nothing where it did not. */
export function NotConfirmed({ page, provenance }: NotConfirmedProps) {
  if (provenance?.state !== 'failed') return null;
  return (
    <Alert color="danger" title={page.t('ui.status.not-confirmed')}>
      {reasonWords(page, provenance.code)}
    </Alert>
  );
}

interface WithdrawnProps {
  page: PageContext;
  row: { state: string; reason: string | null };
}

/** That a subject was taken back, and why; nothing where it was not. */
export function Withdrawn({ page, row: { state, reason } }: WithdrawnProps) {
  if (state !== 'withdrawn') return null;
  return (
    <Alert color="warning" title={page.t('ui.status.withdrawn')}>
      <bdi>{reason}</bdi>
    </Alert>
  );
}

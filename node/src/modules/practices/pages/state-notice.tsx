import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { Alert, reasonWords, Say, Time } from '../../../ui/index.ts';

interface StateNoticeProps {
  page: PageContext;
  practice: { node: string; state: 'live' | 'withdrawn' | 'erased' };
  provenance: Provenance | null;
}

/** One sentence where the subject is not what it was: withdrawn, or not confirmed. */
export function StateNotice({ page, practice, provenance }: StateNoticeProps) {
  if (provenance?.state === 'failed') {
    return (
      <Alert color="danger" title={page.t('practices.state.failed')}>
        {page.t('practices.state.failed-what', { reason: reasonWords(page, provenance.code) })}
      </Alert>
    );
  }
  if (practice.state !== 'withdrawn') return null;
  return (
    <Alert color="warning" title={page.t('practices.state.withdrawn')}>
      <Say
        page={page}
        id="practices.state.withdrawn-what"
        with={{
          who: faceOf(page, practice.node).name,
          when: provenance?.stateAt ? <Time page={page} value={provenance.stateAt} as="date" /> : '',
          reason: provenance?.reason ?? '',
        }}
      />
    </Alert>
  );
}

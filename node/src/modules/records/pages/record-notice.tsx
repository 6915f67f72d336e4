import type { PageContext } from '../../../kernel/web/index.ts';
import { Alert, erasureWords, reasonWords, Say, Time } from '../../../ui/index.ts';
import type { RecordView } from '../read.ts';

/** What a reader must know first: refused, withdrawn, erased. Nothing where all is as it should be. */
export function RecordNotice({ page, record }: { page: PageContext; record: RecordView }) {
  const { state, code, reason, stateAt, origin, own } = record.provenance;
  const when = stateAt && <Time page={page} value={stateAt} />;
  if (state === 'failed') {
    return (
      <Alert color="danger" title={page.t('records.notice.failed', { reason: reasonWords(page, code) })}>
        <Say page={page} id="records.notice.failed-text" with={{ who: origin.name }} />
      </Alert>
    );
  }
  if (state === 'withdrawn') {
    return (
      <Alert color="warning" title={page.t('records.notice.withdrawn')}>
        <Say
          page={page}
          id={own ? 'ui.provenance.withdrawn-own' : 'ui.provenance.withdrawn'}
          with={{ who: origin.name, when, reason: reason ?? '' }}
        />{' '}
        {page.t('records.notice.withdrawn-text')}
      </Alert>
    );
  }
  if (state === 'erased') {
    return (
      <Alert color="warning" title={page.t('records.notice.erased')}>
        <Say page={page} id="ui.provenance.erased" with={{ when }} /> {erasureWords(page, code)}
      </Alert>
    );
  }
  return null;
}

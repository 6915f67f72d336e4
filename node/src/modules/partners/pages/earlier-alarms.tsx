import type { PageContext } from '../../../kernel/web/index.ts';
import { reasonWords, Table, Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';

/** Alarms that were ended stay in view, with the reason that was given. */
export function EarlierAlarms({ page, view }: { page: PageContext; view: PartnerView }) {
  if (view.earlier.length === 0) return null;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('partners.earlier.title')}
      </h2>
      <Table
        id="earlier"
        caption={page.t('partners.earlier.caption')}
        columns={[
          { label: page.t('partners.earlier.when') },
          { label: page.t('partners.earlier.what') },
          { label: page.t('partners.earlier.end') },
        ]}
        rows={view.earlier.map((alarm) => [
          alarm.record === null ? (
            <Time page={page} value={alarm.raisedAt} />
          ) : (
            <a class="ds-link" href={`/records/${alarm.record.jti}`}>
              <Time page={page} value={alarm.raisedAt} />
            </a>
          ),
          reasonWords(page, alarm.code),
          <>
            {alarm.resolvedAt !== null && <Time page={page} value={alarm.resolvedAt} />}{' '}
            <span dir="auto">{alarm.resolvedReason}</span>{' '}
            {alarm.resolvedJti !== null && (
              <a class="ds-link" href={`/records/${alarm.resolvedJti}`}>
                {page.t('ui.provenance.record')}
              </a>
            )}
          </>,
        ])}
      />
    </>
  );
}

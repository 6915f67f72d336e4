import type { PageContext } from '../../../kernel/web/index.ts';
import { reasonWords, Table, Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';

/** Records that we keep as evidence but do not vouch for, with the reason. Nothing where there are none. */
export function Refused({ page, view }: { page: PageContext; view: PartnerView }) {
  const { count, newest } = view.refused;
  if (count === 0) return null;
  return (
    <>
      <h2 class="ds-heading" data-size="sm" id="refused">
        {page.t('partners.refused.title')}
      </h2>
      <p class="kn-text">{page.t('partners.refused.lead', { who: view.partner.name })}</p>
      <Table
        id="refused-records"
        caption={page.t('partners.refused.caption', { shown: newest.length, count })}
        columns={[
          { label: page.t('partners.refused.record') },
          { label: page.t('partners.refused.why') },
          { label: page.t('partners.refused.when') },
        ]}
        rows={newest.map(({ index, jti, flag, at }) => [
          jti === null ? (
            page.t('ui.provenance.record-number', { index })
          ) : (
            <a class="ds-link" href={`/records/${jti}`}>
              {page.t('ui.provenance.record-number', { index })}
            </a>
          ),
          reasonWords(page, flag),
          <Time page={page} value={at} />,
        ])}
      />
    </>
  );
}

import type { PageContext } from '../../../kernel/web/index.ts';
import { Chain, Fingerprint, Say, Seal, Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';

/** How we came to trust a partner, step by step, each with its record. */
export function TrustChain({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner, trust, size } = view;
  const who = partner.name;
  const [pinned] = partner.pinnedKids;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('partners.trust.title', { who })}
      </h2>
      <Chain
        steps={[
          {
            mark: <Seal face={partner} as="signed" />,
            title: page.t('partners.trust.keys', { who }),
            detail: (
              <>
                {page.t('partners.trust.keys-text')}{' '}
                {trust.keys !== null && (
                  <a class="ds-link" href={`/records/${trust.keys.jti}`}>
                    {page.t('ui.provenance.record-number', { index: 0 })}
                  </a>
                )}
              </>
            ),
            open: trust.keys === null,
          },
          {
            mark: <Seal face={page.self} as="cosigned" />,
            title: page.t('partners.trust.pinned'),
            detail: (
              <>
                {pinned === undefined ? (
                  <Time page={page} value={partner.addedAt} as="date" />
                ) : (
                  <Say
                    page={page}
                    id="partners.trust.pinned-text"
                    with={{
                      when: <Time page={page} value={partner.addedAt} as="date" />,
                      key: <Fingerprint value={pinned} />,
                    }}
                  />
                )}{' '}
                {trust.added !== null && (
                  <a class="ds-link" href={`/records/${trust.added.jti}`}>
                    {page.t('partners.trust.our-record', { index: trust.added.index })}
                  </a>
                )}
              </>
            ),
            open: partner.lastOkAt === null,
          },
          {
            mark: <Seal face={page.self} as={partner.lastOkAt === null ? 'waiting' : 'checked'} />,
            title: page.t('partners.trust.read'),
            detail:
              partner.lastOkAt === null ? (
                page.t('partners.trust.read-not-yet')
              ) : (
                <Say
                  page={page}
                  id="partners.trust.read-text"
                  args={{ count: size }}
                  with={{ when: <Time page={page} value={partner.lastOkAt} /> }}
                />
              ),
          },
        ]}
      />
    </>
  );
}

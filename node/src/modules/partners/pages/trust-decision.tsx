import type { PageContext } from '../../../kernel/web/index.ts';
import { Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';
import { DecisionSteps } from './decision-steps.tsx';

/** Why we trust a partner's keys and logins, or why not. */
export function TrustDecisionPart({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner } = view;
  const { decision } = partner;
  if (decision === null) return null;
  const who = partner.name;
  return (
    <>
      <h2 class="ds-heading" data-size="sm" id="decision">
        {page.t('partners.decision.title', { who })}
      </h2>
      <p class="kn-text">
        {page.t(decision.trusted ? 'partners.decision.trusted' : 'partners.decision.refused', { who })}{' '}
        <Time page={page} value={new Date(decision.at * 1000)} />
      </p>
      <DecisionSteps page={page} who={who} decision={decision} level={3}>
        {partner.evidence !== null && (
          <p>
            <a class="ds-link" href={`/partners/${partner.host}/chains/${partner.evidence}`}>
              {page.t('partners.decision.download')}
            </a>
          </p>
        )}
      </DecisionSteps>
    </>
  );
}

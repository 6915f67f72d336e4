import type { PageContext } from '../../../kernel/web/index.ts';
import { Chain, Details, Dot, type DotState, Panel, Table, Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';
import { type TrustAnswer, trustAnswers } from '../read/trust-decision.ts';

const DOTS: Record<TrustAnswer['state'], DotState> = { ok: 'done', failed: 'failed', open: 'waiting' };

/** Why we trust a partner's keys and logins, or why not: six answers, what to do, and every single check below them. */
export function TrustDecisionPart({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner } = view;
  const { decision } = partner;
  if (decision === null) return null;
  const who = partner.name;
  const answers = trustAnswers(decision);
  const failed = answers.find(({ state }) => state === 'failed');
  return (
    <>
      <h2 class="ds-heading" data-size="sm" id="decision">
        {page.t('partners.decision.title', { who })}
      </h2>
      <p class="kn-text">
        {page.t(decision.trusted ? 'partners.decision.trusted' : 'partners.decision.refused', { who })}{' '}
        <Time page={page} value={new Date(decision.at * 1000)} />
      </p>
      {failed !== undefined && (
        <Panel edge="alarm" level={3} title={page.t(`partners.decision.${failed.question}.failed`, { who })}>
          <p>{page.t(`partners.decision.${failed.question}.do`, { who })}</p>
        </Panel>
      )}
      <Chain
        steps={answers.map(({ question, state, step }) => ({
          mark: <Dot as={DOTS[state]} />,
          title: page.t(`partners.decision.${question}.title`, { who }),
          detail:
            state === 'open' ? (
              page.t('partners.decision.open')
            ) : (
              <>
                {page.t(`partners.decision.${question}.${state}`, { who })}{' '}
                {step !== null && (
                  <code dir="ltr">
                    {step.code}: {step.cause}
                  </code>
                )}
              </>
            ),
          open: state !== 'ok',
        }))}
      />
      <Details summary={page.t('partners.decision.all')}>
        <Table
          id="checks"
          caption={page.t('partners.decision.all-caption')}
          columns={[
            { label: page.t('partners.decision.check') },
            { label: page.t('partners.decision.about') },
            { label: page.t('partners.decision.result') },
          ]}
          rows={decision.steps.map((step) => [
            <code dir="ltr">{step.code}</code>,
            <bdi dir="ltr">{step.entity ?? ''}</bdi>,
            step.ok ? page.t('partners.decision.held') : <code dir="ltr">{step.cause}</code>,
          ])}
        />
        {partner.evidence !== null && (
          <p>
            <a class="ds-link" href={`/partners/${partner.host}/chains/${partner.evidence}`}>
              {page.t('partners.decision.download')}
            </a>
          </p>
        )}
      </Details>
    </>
  );
}

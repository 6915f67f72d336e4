import type { TrustDecision } from '@koinon/trust';
import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/index.ts';
import { Chain, Details, Dot, type DotState, Panel, Table } from '../../../ui/index.ts';
import { type TrustAnswer, trustAnswers } from '../read/trust-decision.ts';

const DOTS: Record<TrustAnswer['state'], DotState> = { ok: 'done', failed: 'failed', open: 'waiting' };

interface DecisionStepsProps {
  page: PageContext;
  /** Name of the node that was judged. */
  who: string;
  decision: TrustDecision;
  /** Level of the heading of what failed. */
  level: 2 | 3;
  /** Below the single checks. */
  children?: Child;
}

/** Whether another node is trusted, in six answers: what to do where one failed, and every single check below them. */
export function DecisionSteps({ page, who, decision, level, children }: DecisionStepsProps) {
  const answers = trustAnswers(decision);
  const failed = answers.find(({ state }) => state === 'failed');
  return (
    <>
      {failed !== undefined && (
        <Panel
          edge="alarm"
          level={level}
          title={page.t(`partners.decision.${failed.question}.failed`, { who })}
        >
          <p>{page.t(`partners.decision.${failed.question}.do`, { who })}</p>
        </Panel>
      )}
      <Chain steps={answers.map((answer) => chainStep(page, who, answer))} />
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
        {children}
      </Details>
    </>
  );
}

function chainStep(page: PageContext, who: string, { question, state, step }: TrustAnswer) {
  return {
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
  };
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { Facts, LangTextView, Panel } from '../../../ui/index.ts';
import type { CommitmentItem } from '../read.ts';

/** Who answers for it, in which plan, from when to when. */
export function PromisePanel({ page, item }: { page: PageContext; item: CommitmentItem }) {
  const { commitment, plan, said } = item;
  const { leads, start, end, theme, consultation } = commitment.body;
  const accepted = new Set([commitment.node, ...said.leads.map(({ node }) => node)]);
  const facts = [
    {
      label: page.t('commitments.leads'),
      value: leads.map(({ name, node }) => (
        <>
          <LangTextView page={page} text={name} />
          {node !== undefined &&
            !accepted.has(new URL(node).origin) &&
            ` (${page.t('commitments.not-answered')})`}
          <br />
        </>
      )),
    },
    ...(plan === null
      ? []
      : [
          {
            label: page.t('commitments.plan'),
            value: (
              <a class="ds-link" href={plan.path}>
                <LangTextView page={page} text={plan.body.title} />
              </a>
            ),
          },
        ]),
    ...(start === undefined && end === undefined
      ? []
      : [{ label: page.t('commitments.runs'), value: <bdi>{page.format.period(start, end)}</bdi> }]),
    ...(theme === undefined
      ? []
      : [{ label: page.t('commitments.theme'), value: <LangTextView page={page} text={theme} /> }]),
    ...(consultation === undefined
      ? []
      : [
          {
            label: page.t('commitments.consultation'),
            value: (
              <a class="ds-link" href={consultation} rel="nofollow">
                <bdi>{new URL(consultation).host}</bdi>
              </a>
            ),
          },
        ]),
  ];
  return (
    <Panel title={page.t('commitments.promise')}>
      <Facts facts={facts} stacked />
    </Panel>
  );
}

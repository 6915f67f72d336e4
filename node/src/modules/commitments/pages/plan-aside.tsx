import type { PageContext } from '../../../kernel/web/page.ts';
import { Facts, LangTextBlock, LangTextView, Panel } from '../../../ui/index.ts';
import type { Plan } from '../plan.ts';
import type { PlanItem } from '../read.ts';
import { SubjectLinks } from './subject-links.tsx';
import { programmeWord } from './words.ts';

/** Under which programme, for which years, and how it was made. */
export function PlanFacts({ page, plan }: { page: PageContext; plan: Plan }) {
  const { programme, number, start, end, cocreation, cocreationEvidence = [], links = [] } = plan;
  const facts = [
    { label: page.t('commitments.field.programme'), value: programmeWord(page, programme) },
    ...(number === undefined
      ? []
      : [{ label: page.t('commitments.field.plan-number'), value: page.format.number(number) }]),
    ...(start === undefined && end === undefined
      ? []
      : [{ label: page.t('commitments.runs'), value: <bdi>{page.format.period(start, end)}</bdi> }]),
  ];
  return (
    <Panel title={page.t('commitments.plan')}>
      <Facts facts={facts} stacked />
      {cocreation !== undefined && (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {page.t('commitments.field.cocreation')}
          </h3>
          <LangTextBlock page={page} text={cocreation} />
        </>
      )}
      {cocreationEvidence.length + links.length > 0 && (
        <ul class="ds-list">
          {[...cocreationEvidence, ...links].map(({ label, url }) => (
            <li>
              <a class="ds-link" href={url} rel="external nofollow noreferrer">
                <LangTextView page={page} text={label} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What staff can do with a plan, and how anybody reads on. */
export function PlanActions({ page, item: { plan } }: { page: PageContext; item: PlanItem }) {
  const { own, state, sub } = plan;
  const writes = own && state === 'live' && page.may('commitments.publish');
  return (
    <p class="kn-actions">
      {writes && (
        <a class="ds-button" href={`/commitments/new?plan=${encodeURIComponent(sub)}`}>
          {page.t('commitments.action.add')}
        </a>
      )}
      <SubjectLinks page={page} row={plan} />
    </p>
  );
}

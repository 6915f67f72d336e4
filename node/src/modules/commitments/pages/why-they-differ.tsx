import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Say } from '../../../ui/index.ts';
import type { StepGap } from '../computed/gap.ts';
import type { CommitmentItem, Judgement } from '../read.ts';
import { statusWord } from './words.ts';

/** For each assessment: how far it is from the claim, at which milestones, and what was not compared. */
export function WhyTheyDiffer({ page, item }: { page: PageContext; item: CommitmentItem }) {
  const judgements = item.standing.judgements.filter(({ gap }) => gap.claimed !== null);
  if (judgements.length === 0) return null;
  const differ = judgements.some(({ gap }) => gap.state !== 'agrees');
  return (
    <section class="kn-flow kn-text">
      <h2 class="ds-heading" data-size="sm">
        {page.t(differ ? 'commitments.why' : 'commitments.agree')}
      </h2>
      {judgements.map((judgement) => (
        <Why page={page} item={item} judgement={judgement} />
      ))}
    </section>
  );
}

function Why({ page, item, judgement }: { page: PageContext; item: CommitmentItem; judgement: Judgement }) {
  const { assessment, gap, star } = judgement;
  const titles = new Map(
    item.commitment.body.milestones.flatMap(({ key, title, indicators = [] }) => [
      [key, title] as const,
      ...indicators.map((indicator) => [indicator.key, indicator.text] as const),
    ]),
  );
  return (
    <>
      <p>
        <Say
          page={page}
          id="commitments.gap"
          args={{ state: GAPS[gap.state], steps: Math.abs(gap.steps ?? 0) }}
          with={{
            who: <LangTextView page={page} text={assessment.body.assessor.name} />,
            ...words(page, gap),
          }}
        />{' '}
        {gap.laterClaim && page.t('commitments.later-claim')}{' '}
        {star !== null && page.t('commitments.star', { starred: star.starred ? 'yes' : 'no' })}
      </p>
      {gap.milestones.length > 0 && (
        <ul>
          {gap.milestones.map((step) => {
            const title = titles.get(step.key);
            return (
              <li>
                <Say
                  page={page}
                  id="commitments.gap-step"
                  with={{
                    step: title === undefined ? step.key : <LangTextView page={page} text={title} />,
                    ...words(page, step),
                  }}
                />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function words(page: PageContext, { claimed, found }: StepGap) {
  return { claimed: statusWord(page, claimed ?? ''), found: statusWord(page, found) };
}

/** The three sentences that there are about a gap. */
const GAPS = {
  agrees: 'agrees',
  'cannot-tell': 'unknown',
  'claims-more': 'apart',
  'claims-less': 'apart',
} as const;

import type { PageContext } from '../../../kernel/web/page.ts';
import { Chain, Dot, type DotState, LangTextView, Tag } from '../../../ui/index.ts';
import type { Commitment, Indicator, Milestone } from '../commitment.ts';
import type { StepCompletion } from '../computed/completion.ts';
import type { Timing } from '../computed/overdue.ts';
import type { Standing } from '../read.ts';
import { lastDay, statusWord } from './words.ts';

interface MilestonesProps {
  page: PageContext;
  body: Pick<Commitment, 'milestones'>;
  standing: Standing;
}

/** Milestones along the thread, each with its deadline, what is claimed of it, and its indicators. */
export function Milestones({ page, body, standing }: MilestonesProps) {
  if (body.milestones.length === 0) return null;
  const { complete, of } = standing.completion;
  return (
    <section class="kn-flow" id="milestones">
      <h2 class="ds-heading" data-size="sm">
        {page.t('commitments.milestones')}
      </h2>
      <p class="kn-muted">{page.t('commitments.complete-of', { complete, of })}</p>
      <Chain
        steps={body.milestones.map((milestone, place) => {
          const timing = standing.steps.get(milestone.key) ?? { state: 'no-deadline' };
          const completion = standing.completion.milestones[place];
          return {
            mark: <Dot as={DOTS[timing.state]} />,
            title: <LangTextView page={page} text={milestone.title} />,
            detail: (
              <>
                <StepWords page={page} step={milestone} timing={timing} completion={completion} />
                <Indicators page={page} milestone={milestone} standing={standing} place={place} />
              </>
            ),
            open: timing.state !== 'done',
          };
        })}
      />
    </section>
  );
}

const DOTS: Record<Timing['state'], DotState> = {
  done: 'done',
  overdue: 'late',
  planned: 'waiting',
  'no-deadline': 'waiting',
};

function Indicators({
  page,
  milestone,
  standing,
  place,
}: {
  page: PageContext;
  milestone: Milestone;
  standing: Standing;
  place: number;
}) {
  const { indicators = [] } = milestone;
  if (indicators.length === 0) return null;
  return (
    <ul class="kn-small">
      {indicators.map((indicator, i) => (
        <li>
          <LangTextView page={page} text={indicator.text} />
          <br />
          <StepWords
            page={page}
            step={indicator}
            timing={standing.steps.get(indicator.key) ?? { state: 'no-deadline' }}
            completion={standing.completion.milestones[place]?.indicators[i]}
          />
        </li>
      ))}
    </ul>
  );
}

function StepWords({
  page,
  step,
  timing,
  completion,
}: {
  page: PageContext;
  step: Indicator | Milestone;
  timing: Timing;
  completion: StepCompletion | undefined;
}) {
  const status = completion?.status ?? null;
  const progress = completion?.progress ?? null;
  return (
    <span class="kn-muted">
      {status !== null && `${statusWord(page, status)}. `}
      <TimingWords page={page} step={step} timing={timing} />
      {progress !== null &&
        ` ${page.t('commitments.progress', {
          value: page.format.number(progress.value),
          target: page.format.number(progress.target),
          baseline: page.format.number(progress.baseline),
        })}`}
    </span>
  );
}

function TimingWords({
  page,
  step,
  timing,
}: {
  page: PageContext;
  step: Indicator | Milestone;
  timing: Timing;
}) {
  const { state } = timing;
  if (state === 'no-deadline') {
    return step.deadlineText === undefined ? null : <LangTextView page={page} text={step.deadlineText} />;
  }
  if (state === 'overdue') {
    return (
      <>
        {page.t('commitments.due', { date: lastDay(page, timing.deadline) })}.{' '}
        <Tag page={page} status="overdue" />
      </>
    );
  }
  if (state === 'planned') return <>{page.t('commitments.due', { date: lastDay(page, timing.deadline) })}.</>;
  const done = page.format.date(timing.by.signedAt);
  return <>{page.t('commitments.done', { date: done, late: timing.late ? 'yes' : 'no' })}</>;
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { Chain, Dot, type DotState, LangTextBlock, LangTextView, Tag, Time } from '../../../ui/index.ts';
import type { MilestoneStanding } from '../computed/progress.ts';
import type { ProjectItem } from '../read.ts';
import { lastDay, memberFace, packageWords } from './words.ts';

const DOTS: Record<MilestoneStanding['state'], DotState> = {
  done: 'done',
  overdue: 'late',
  planned: 'waiting',
};

/** Work packages, each with who leads it, and the milestones along the thread. */
export function Work({ page, item }: { page: PageContext; item: ProjectItem }) {
  const { project, milestones } = item;
  const { workPackages } = project.body;
  return (
    <>
      {workPackages.length > 0 && (
        <section class="kn-flow" id="work">
          <h2 class="ds-heading" data-size="sm">
            {page.t('projects.work.title')}
          </h2>
          <ul class="kn-list kn-rows">
            {workPackages.map(({ title, lead, text }) => (
              <li>
                <div class="kn-flow">
                  <h3 class="kn-title">
                    <LangTextView page={page} text={title} />
                  </h3>
                  <p class="kn-small kn-muted">
                    {page.t('projects.work.lead', { who: memberFace(page, item, new URL(lead).origin).name })}
                  </p>
                  {text && <LangTextBlock page={page} text={text} />}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {milestones.length > 0 && (
        <section class="kn-flow" id="milestones">
          <h2 class="ds-heading" data-size="sm">
            {page.t('projects.milestones.title')}
          </h2>
          <p class="kn-muted">
            {page.t('projects.milestones.done-of', {
              done: milestones.filter(({ state }) => state === 'done').length,
              count: milestones.length,
            })}
          </p>
          <Chain
            steps={milestones.map((standing) => ({
              mark: <Dot as={DOTS[standing.state]} />,
              title: <LangTextView page={page} text={standing.milestone.title} />,
              detail: <Standing page={page} item={item} standing={standing} />,
              open: standing.state !== 'done',
            }))}
          />
          <p class="kn-inline kn-small">
            <a class="ds-link" href={`${project.path}/milestones.ics`}>
              {page.t('projects.milestones.calendar')}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

function Standing({
  page,
  item,
  standing,
}: {
  page: PageContext;
  item: ProjectItem;
  standing: MilestoneStanding;
}) {
  const { milestone, state, deadline, late, by } = standing;
  return (
    <span class="kn-muted">
      {milestone.workPackage !== undefined && (
        <>
          <bdi>{packageWords(page, item, milestone.workPackage)}</bdi>
          {' · '}
        </>
      )}
      {page.t('projects.milestones.due', { date: lastDay(page, deadline) })}{' '}
      {state === 'overdue' && <Tag page={page} status="overdue" />}
      {by !== null && (
        <>
          <Tag page={page} status="done">
            {page.t(late ? 'projects.milestones.late' : 'projects.milestones.done')}
          </Tag>{' '}
          <a class="ds-link" href={`/records/${by.jti}`}>
            <bdi>{memberFace(page, item, by.node).name}</bdi>{' '}
            <Time page={page} value={by.signedAt} as="date" />
          </a>
        </>
      )}
    </span>
  );
}

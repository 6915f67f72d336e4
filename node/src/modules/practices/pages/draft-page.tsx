import type { PageContext } from '../../../kernel/web/page.ts';
import { ErrorSummary, fieldId, Layout, PageHeading, TaskList } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import type { FieldProblem } from '../form/problems.ts';
import { fieldsOf, stateOf, taskOf, tasksOf } from '../form/tasks.ts';
import { Conflict } from './conflict.tsx';
import { DraftTitleView, draftCrumbs } from './draft-title.tsx';
import { problemSentences } from './field-labels.ts';

interface DraftPageProps {
  page: PageContext;
  open: OpenDraft;
  /** It was to be published, and this is why it was not. */
  problems?: readonly FieldProblem[];
}

/** The tasks of a draft and how far each is. */
export function DraftPage({ page, open, problems = [] }: DraftPageProps) {
  const { path, title, draft, answer, revised } = open;
  const all = answer.ok ? [] : answer.problems;
  const kind = revised === null ? 'new' : 'revision';
  const heading = title.text === '' ? page.t('practices.draft.untitled') : title.text;
  return (
    <Layout
      page={page}
      title={heading}
      door="shared-work"
      crumbs={draftCrumbs(page, open, false)}
      error={problems.length > 0}
      noindex
    >
      <ErrorSummary
        page={page}
        errors={problemSentences(page, problems)}
        at={(field) => `${path}/${taskOf(field)}#${fieldId(field)}`}
      />
      <PageHeading over={page.t(`practices.draft.${kind}`)} lead={page.t('practices.draft.lead')}>
        <DraftTitleView page={page} title={title} />
      </PageHeading>
      <div class="kn-flow">
        {revised?.conflict !== undefined && <Conflict page={page} changes={revised.conflict} />}
        <TaskList
          page={page}
          tasks={tasksOf(revised !== null).map((task) => ({
            id: task,
            title: page.t(`practices.task.${task}`),
            href: `${path}/${task}`,
            hint: page.t(`practices.task-hint.${task}`),
            optional: fieldsOf(task).optional,
            state: stateOf(draft.typed, task, all),
          }))}
        />
        {!answer.ok && <p class="kn-text">{page.t('practices.draft.not-ready')}</p>}
        <p class="kn-actions">
          {answer.ok && (
            <a class="ds-button" href={`${path}/check`}>
              {page.t('practices.edit.check')}
            </a>
          )}
          <a class="ds-link" href={`${path}/delete`}>
            {page.t('practices.draft.delete-this')}
          </a>
        </p>
      </div>
    </Layout>
  );
}

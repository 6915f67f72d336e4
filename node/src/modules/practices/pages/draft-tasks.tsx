import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Conflict, DraftPage } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import { fieldsOf, stateOf, type TaskName, taskOf, tasksOf } from '../form/tasks.ts';
import { frameOf } from './draft-frame.ts';
import { problemSentences } from './field-labels.ts';
import { practiceWords } from './history-words.ts';

interface DraftTasksProps {
  page: PageContext;
  open: OpenDraft;
  /** It was to be published, and this is why it was not. */
  problems?: readonly FieldProblem[];
}

/** The tasks of writing a practice and how far each is. */
export function DraftTasks({ page, open, problems = [] }: DraftTasksProps) {
  const { path, draft, answer, revised } = open;
  const all = answer.ok ? [] : answer.problems;
  return (
    <DraftPage
      page={page}
      frame={frameOf(page, open)}
      kind={page.t(revised === null ? 'practices.draft.new' : 'ui.draft.revision')}
      notice={
        revised?.conflict !== undefined && (
          <Conflict page={page} subject={practiceWords(page)} changes={revised.conflict} />
        )
      }
      tasks={tasksOf(revised !== null).map((task) => ({
        id: task,
        title: taskTitle(page, task),
        href: `${path}/${task}`,
        hint: COMMON.has(task) ? page.t(`ui.draft.${task}-hint`) : page.t(`practices.task-hint.${task}`),
        optional: fieldsOf(task).optional,
        state: stateOf(draft.typed, task, all),
      }))}
      ready={answer.ok}
      errors={problemSentences(page, problems)}
      at={(field) => `${path}/${taskOf(field)}`}
    />
  );
}

/** Tasks that every long form has. */
const COMMON = new Set<TaskName>(['languages', 'note']);

export function taskTitle(page: PageContext, task: TaskName): string {
  return page.t(COMMON.has(task) ? `ui.draft.${task}` : `practices.task.${task}`);
}

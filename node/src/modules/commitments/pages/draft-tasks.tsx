import type { FieldProblem } from '../../../kernel/forms/index.ts';
import { stateOf, taskOf } from '../../../kernel/forms/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Conflict, DraftPage, problemSentences } from '../../../ui/index.ts';
import { type OpenDraft, problemsIn } from '../draft.ts';
import { fieldsOf } from '../form/forms.ts';
import { frameOf } from './draft-frame.ts';
import { comparedWords, taskHint, taskTitle, WORDS } from './form-words.ts';

interface DraftTasksProps {
  page: PageContext;
  open: OpenDraft;
  /** It was to be published, and this is why it was not. */
  problems?: readonly FieldProblem[];
}

/** The tasks of writing something, and how far each is. */
export function DraftTasks({ page, open, problems = [] }: DraftTasksProps) {
  const { path, thing, tasks, typed, answer, revised } = open;
  const all = problemsIn(open);
  return (
    <DraftPage
      page={page}
      frame={frameOf(page, open)}
      kind={page.t(revised === null ? `commitments.new.${thing}` : 'ui.draft.revision')}
      notice={
        revised?.conflict !== undefined && (
          <Conflict page={page} subject={comparedWords(page, thing)} changes={revised.conflict} />
        )
      }
      tasks={tasks.map((task) => {
        const hint = taskHint(page, task);
        return {
          id: task.name,
          title: taskTitle(page, task),
          href: `${path}/${task.name}`,
          ...(hint !== undefined && { hint }),
          optional: task.optional ?? false,
          state: stateOf(typed, task, all),
        };
      })}
      ready={answer.ok}
      errors={problemSentences({ page, words: WORDS }, fieldsOf(tasks), problems)}
      at={(field) => `${path}/${taskOf(tasks, field)?.name ?? tasks[1]?.name}`}
    />
  );
}

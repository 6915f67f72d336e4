import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { DraftTaskPage, LanguageFields } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import { fieldsOf, type TaskName } from '../form/tasks.ts';
import { frameOf } from './draft-frame.ts';
import { taskTitle } from './draft-tasks.tsx';
import { problemSentences } from './field-labels.ts';
import { ContactLanguages, PrincipleFields, SortingFields } from './sorting-fields.tsx';
import { TextFields } from './text-fields.tsx';

interface DraftTaskProps {
  page: PageContext;
  open: OpenDraft;
  task: TaskName;
  to: string | undefined;
  /** What is wrong on this page. */
  problems: readonly FieldProblem[];
}

/** One task of writing a practice. */
export function DraftTask({ page, open, task, to, problems }: DraftTaskProps) {
  const { langs, draft } = open;
  const errors = problemSentences(page, problems);
  const fields = { page, typed: draft.typed, errors };
  const { texts, rows } = fieldsOf(task);
  return (
    <DraftTaskPage
      page={page}
      frame={frameOf(page, open)}
      task={task}
      heading={taskTitle(page, task)}
      to={to}
      errors={errors}
    >
      {task === 'languages' && <LanguageFields page={page} langs={langs} />}
      {task === 'sorting' && <SortingFields {...fields} />}
      {task === 'principles' && <PrincipleFields {...fields} />}
      {langs.map((lang, i) => (
        <TextFields {...fields} langs={langs} lang={lang} original={i === 0} texts={texts} rows={rows} />
      ))}
      {task === 'contacts' && <ContactLanguages {...fields} />}
    </DraftTaskPage>
  );
}

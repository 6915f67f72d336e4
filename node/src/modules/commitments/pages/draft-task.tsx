import type { FieldProblem, FormTask } from '../../../kernel/forms/index.ts';
import { LANGUAGES } from '../../../kernel/forms/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  DeclaredFields,
  DraftTaskPage,
  LangTextView,
  LanguageFields,
  problemSentences,
  SubmitButton,
} from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import { fieldsOf } from '../form/forms.ts';
import { stepPlaces } from '../form/step-rows.ts';
import type { Choices } from '../routes/choices.ts';
import { frameOf } from './draft-frame.ts';
import { taskTitle, WORDS } from './form-words.ts';

interface DraftTaskProps {
  page: PageContext;
  open: OpenDraft;
  task: FormTask;
  choices: Choices;
  to: string | undefined;
  /** What is wrong on this page. */
  problems: readonly FieldProblem[];
}

/** One task of writing something. */
export function DraftTask({ page, open, task, choices, to, problems }: DraftTaskProps) {
  const { typed, langs, tasks } = open;
  const form = { page, words: WORDS };
  const errors = problemSentences(form, fieldsOf(tasks), problems);
  const { row } = task;
  const rows = row === undefined ? undefined : Object.values(task.fields)[0];
  return (
    <DraftTaskPage
      page={page}
      frame={frameOf(page, open)}
      task={task.name}
      heading={taskTitle(page, task)}
      lead={LEADS.has(task.name) ? page.t(`commitments.task-lead.${task.name}`) : undefined}
      to={to}
      errors={errors}
      multipart={task.name === 'evidence'}
      more={
        row !== undefined &&
        !task.optional && (
          <SubmitButton variant="secondary" color="danger" name="step" value="remove">
            {page.t('commitments.task.milestone-remove')}
          </SubmitButton>
        )
      }
    >
      {task === LANGUAGES ? (
        <LanguageFields page={page} langs={langs} />
      ) : (
        <DeclaredFields
          {...form}
          fields={rows?.is === 'rows' ? rows.fields : task.fields}
          typed={typed}
          errors={errors}
          langs={langs}
          choices={choices}
          {...(row !== undefined && { prefix: `milestones.${row}.` })}
          given={{ ...(row === undefined && givenSteps(page, open)) }}
        />
      )}
    </DraftTaskPage>
  );
}

/** Tasks that a sentence explains. */
const LEADS = new Set(['steps', 'found-steps', 'evidence', 'codes']);

/** A report or an assessment speaks of the milestones that there are, each by its title. */
function givenSteps(page: PageContext, { steps, typed }: OpenDraft) {
  if (steps.length === 0) return {};
  const places = stepPlaces(typed);
  return {
    milestones: steps.map(({ key, title, indicator }) => ({
      index: places.get(key) ?? 0,
      title: (
        <>
          {indicator && <span class="kn-muted">{page.t('commitments.indicator')}: </span>}
          <LangTextView page={page} text={title} />
        </>
      ),
    })),
  };
}

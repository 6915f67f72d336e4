import type { FieldProblem, FormTask } from '../../../kernel/forms/index.ts';
import { LANGUAGES, stateOf, taskOf } from '../../../kernel/forms/index.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChangeLink,
  CheckPage,
  Conflict,
  DeclaredAnswers,
  DeclaredFields,
  type DraftFrame,
  DraftPage,
  DraftTaskPage,
  draftCrumbs,
  LanguageFields,
  problemSentences,
  SubmitButton,
} from '../../../ui/index.ts';
import { type OpenDraft, problemsIn } from '../draft.ts';
import { EVENT_FIELDS } from '../form/event-fields.ts';
import { eventsCrumb } from './crumbs.ts';
import { choicesFor, comparedWords, taskHint, taskTitle, WORDS } from './form-words.ts';

interface DraftProps {
  page: PageContext;
  open: OpenDraft;
}

export function frameOf(page: PageContext, { path, title, revised }: OpenDraft): DraftFrame {
  return {
    door: 'shared-work',
    path,
    title,
    above: [eventsCrumb(page)],
    revised: revised?.row.path ?? null,
  };
}

/** The tasks of announcing an event, and how far each is; `problems` where it was to be published and was not. */
export function DraftTasks({
  page,
  open,
  problems = [],
}: DraftProps & { problems?: readonly FieldProblem[] }) {
  const { path, tasks, draft, answer, revised } = open;
  const all = problemsIn(open);
  return (
    <DraftPage
      page={page}
      frame={frameOf(page, open)}
      kind={page.t(revised === null ? 'events.draft.new' : 'ui.draft.revision')}
      notice={
        revised?.conflict !== undefined && (
          <Conflict page={page} subject={comparedWords(page)} changes={revised.conflict} />
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
          state: stateOf(draft.typed, task, all),
        };
      })}
      ready={answer.ok}
      errors={problemSentences({ page, words: WORDS }, EVENT_FIELDS, problems)}
      at={(field) => `${path}/${taskOf(tasks, field)?.name ?? tasks[1]?.name}`}
    />
  );
}

interface DraftTaskProps extends DraftProps {
  task: FormTask;
  to: string | undefined;
  /** What is wrong on this page. */
  problems: readonly FieldProblem[];
}

/** One task of announcing an event. */
export function DraftTask({ page, open, task, to, problems }: DraftTaskProps) {
  const { draft, langs } = open;
  const errors = problemSentences({ page, words: WORDS }, EVENT_FIELDS, problems);
  const { row } = task;
  const rows = row === undefined ? undefined : Object.values(task.fields)[0];
  return (
    <DraftTaskPage
      page={page}
      frame={frameOf(page, open)}
      task={task.name}
      heading={taskTitle(page, task)}
      lead={row === undefined ? undefined : page.t('events.task-lead.session')}
      to={to}
      errors={errors}
      more={
        row !== undefined &&
        !task.optional && (
          <SubmitButton variant="secondary" color="danger" name="step" value="remove">
            {page.t('events.task.session-remove')}
          </SubmitButton>
        )
      }
    >
      {task === LANGUAGES ? (
        <LanguageFields page={page} langs={langs} />
      ) : (
        <DeclaredFields
          page={page}
          words={WORDS}
          fields={rows?.is === 'rows' ? rows.fields : task.fields}
          typed={draft.typed}
          errors={errors}
          langs={langs}
          choices={choicesFor(page)}
          {...(row !== undefined && { prefix: `sessions.${row}.` })}
        />
      )}
    </DraftTaskPage>
  );
}

interface DraftCheckProps extends DraftProps {
  /** What is to be published, as the form has it. */
  body: Readonly<Record<string, unknown>>;
  /** What others changed since this page was drawn last; otherwise since the draft was begun. */
  conflict?: readonly Change[] | undefined;
}

/** A draft as it will read, and the button that publishes it. */
export function DraftCheck({ page, open, body, conflict }: DraftCheckProps) {
  const { path, tasks, revised } = open;
  const changes = conflict ?? revised?.conflict;
  return (
    <CheckPage
      page={page}
      action={`${path}/check`}
      door="shared-work"
      crumbs={draftCrumbs(page, frameOf(page, open), true)}
      title={page.t('ui.check.title')}
      notice={
        changes !== undefined && <Conflict page={page} subject={comparedWords(page)} changes={changes} />
      }
      sections={tasks
        .filter(({ row, optional }) => row === undefined || !optional)
        .map((task) => {
          const title = taskTitle(page, task);
          return {
            title,
            change: <ChangeLink page={page} href={`${path}/${task.name}?to=check`} title={title} />,
            content: <Answers page={page} open={open} task={task} body={body} />,
          };
        })}
      carried={revised === null ? {} : { revised: [revised.row.id], prev: [revised.row.latest] }}
      button={page.t(revised === null ? 'events.draft.publish' : 'ui.check.revise')}
      becomesPublic={page.t(revised === null ? 'events.draft.public' : 'ui.check.public-revision')}
    />
  );
}

function Answers({
  page,
  open: { langs, tasks },
  task,
  body,
}: DraftProps & { task: FormTask; body: DraftCheckProps['body'] }) {
  if (task === LANGUAGES) {
    return <p>{page.format.list(langs.map((lang) => page.format.language(lang)))}</p>;
  }
  const choices = choicesFor(page);
  const place = tasks.filter(({ row }) => row !== undefined).indexOf(task);
  const sessions = body.sessions as unknown[] | undefined;
  return (
    <DeclaredAnswers
      page={page}
      words={WORDS}
      fields={task.fields}
      body={{ ...body, ...(task.row !== undefined && { sessions: sessions?.slice(place, place + 1) }) }}
      langs={langs}
      chosen={(name, one) => choices[name]?.find(({ value }) => value === one)?.label}
    />
  );
}

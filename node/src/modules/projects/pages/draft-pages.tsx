import { pickText } from '../../../kernel/i18n/locale.ts';
import { allValues, formLanguages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  ChangeLink,
  CheckPage,
  type DraftFrame,
  DraftPage,
  DraftTaskPage,
  draftCrumbs,
  type FieldErrors,
  LanguageFields,
  langAttributes,
} from '../../../ui/index.ts';
import {
  faultsOf,
  fieldsOf,
  isOptional,
  stateOf,
  TASKS,
  type TaskName,
  tasksOf,
} from '../form/project-tasks.ts';
import type { OpenDraft } from '../routes/open-draft.ts';
import { Fields } from './field-view.tsx';

interface DraftProps {
  page: PageContext;
  open: OpenDraft;
}

export function frameOf(page: PageContext, { path, title, revised }: OpenDraft): DraftFrame {
  return {
    door: 'shared-work',
    path,
    title,
    above: [{ label: page.t('projects.nav'), href: '/projects' }],
    revised: revised?.project.path ?? null,
  };
}

/** The tasks of a draft and how far each is; with `tried`, why it was not published. */
export function DraftTasks({ page, open, tried = false }: DraftProps & { tried?: boolean }) {
  const { path, draft, answer, revised } = open;
  const errors = answer.ok ? {} : answer.errors;
  return (
    <DraftPage
      page={page}
      frame={frameOf(page, open)}
      kind={page.t(revised === null ? 'projects.draft.kind' : 'ui.draft.revision')}
      notice={<Overtaken page={page} open={open} />}
      tasks={tasksOf(revised !== null).map((task) => ({
        id: task,
        title: taskTitle(page, task),
        href: `${path}/${task}`,
        hint: taskHint(page, task),
        optional: isOptional(task),
        state: stateOf(page, task, draft.typed, errors),
      }))}
      ready={answer.ok}
      errors={tried ? errors : {}}
      at={(field) =>
        `${path}/${TASKS.find((task) => field in faultsOf(page, task, draft.typed, errors)) ?? 'title'}`
      }
    />
  );
}

/** One task of writing a project. */
export function DraftTask({
  page,
  open,
  task,
  errors,
}: DraftProps & { task: TaskName; errors: FieldErrors }) {
  const { typed } = open.draft;
  const langs = formLanguages(typed, page.locale);
  return (
    <DraftTaskPage
      page={page}
      frame={frameOf(page, open)}
      task={task}
      heading={taskTitle(page, task)}
      lead={taskHint(page, task)}
      to={undefined}
      errors={errors}
    >
      {task === 'languages' && <LanguageFields page={page} langs={langs} />}
      <Fields page={page} fields={fieldsOf(page, task, typed)} langs={langs} typed={typed} errors={errors} />
    </DraftTaskPage>
  );
}

/** A draft as it will read, and the button that publishes it. */
export function DraftCheck({ page, open }: DraftProps) {
  const { path, draft, revised } = open;
  const langs = formLanguages(draft.typed, page.locale);
  return (
    <CheckPage
      page={page}
      action={`${path}/check`}
      door="shared-work"
      crumbs={draftCrumbs(page, frameOf(page, open), true)}
      title={page.t('ui.check.title')}
      notice={<Overtaken page={page} open={open} />}
      sections={tasksOf(revised !== null)
        .filter((task) => task !== 'languages')
        .map((task) => {
          const title = taskTitle(page, task);
          return {
            title,
            change: <ChangeLink page={page} href={`${path}/${task}`} title={title} />,
            content: <Answers page={page} open={open} task={task} langs={langs} />,
          };
        })}
      carried={revised === null ? {} : { prev: [revised.project.latest] }}
      button={page.t(revised === null ? 'projects.draft.publish' : 'ui.check.revise')}
      becomesPublic={page.t(revised === null ? 'projects.draft.public' : 'ui.check.public-revision')}
    />
  );
}

function Answers({ page, open, task, langs }: DraftProps & { task: TaskName; langs: readonly string[] }) {
  const { typed } = open.draft;
  const answers = fieldsOf(page, task, typed).flatMap((field) => {
    const { name, label } = field;
    if (field.as === 'text')
      return langs.flatMap((lang) => {
        const text = value(typed, `${name}.${lang}`);
        return text === '' ? [] : [{ label, text, lang }];
      });
    const chosen = allValues(typed, name).filter((one) => one !== '');
    if (chosen.length === 0) return [];
    const words =
      'choices' in field
        ? chosen.map((one) => field.choices.find((c) => c.value === one)?.label ?? one)
        : chosen;
    return [{ label, text: page.format.list(words), lang: page.locale as string }];
  });
  if (answers.length === 0) return <p class="kn-muted">{page.t('ui.check.empty')}</p>;
  return (
    <dl class="kn-facts" data-stacked>
      {answers.map(({ label, text, lang }) => (
        <div>
          <dt>{label}</dt>
          <dd {...langAttributes(page, lang)}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Somebody else published a version since this one was begun. */
function Overtaken({ page, open: { revised } }: DraftProps) {
  if (revised === null || !revised.overtaken) return null;
  return (
    <Alert color="warning" title={page.t('ui.conflict.title')}>
      {page.t('projects.draft.overtaken')}{' '}
      <a class="ds-link" href={revised.project.path}>
        {pickText(revised.project.body.title, page.locale).text}
      </a>
    </Alert>
  );
}

/** Tasks that every long form has. */
const COMMON: ReadonlySet<TaskName> = new Set(['languages', 'note']);

function taskTitle(page: PageContext, task: TaskName): string {
  return page.t(COMMON.has(task) ? `ui.draft.${task}` : `projects.task.${task}`);
}

function taskHint(page: PageContext, task: TaskName): string {
  return page.t(COMMON.has(task) ? `ui.draft.${task}-hint` : `projects.task-hint.${task}`);
}

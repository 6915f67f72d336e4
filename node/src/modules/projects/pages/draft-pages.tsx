import { DRAFT_DAYS, type Draft } from '../../../kernel/drafts/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import { allValues, formLanguages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  type Crumb,
  ErrorSummary,
  type FieldErrors,
  Form,
  fieldId,
  LanguageFields,
  Layout,
  langAttributes,
  PageHeading,
  Row,
  Rows,
  SubmitButton,
  TaskList,
  Time,
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
import { draftPath, draftTitle, type OpenDraft } from '../routes/open-draft.ts';
import { Fields } from './field-view.tsx';

interface StartPageProps {
  page: PageContext;
  action: string;
  /** What the draft will be called, so that pressing the button twice begins one. */
  id: string;
  /** The project of which a new version is written. */
  revised: { title: string; path: string } | null;
  drafts: readonly Draft[];
}

/** Where writing begins, and the drafts that wait for their author. */
export function StartPage({ page, action, id, revised, drafts }: StartPageProps) {
  const kind = revised === null ? 'new' : 'revise';
  const title = page.t(`projects.draft.${kind}`, revised === null ? {} : { title: revised.title });
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={[
        { label: page.t('projects.nav'), href: '/projects' },
        ...(revised === null ? [] : [{ label: revised.title, href: revised.path }]),
      ]}
      noindex
    >
      <PageHeading lead={page.t(`projects.draft.${kind}-lead`)}>{title}</PageHeading>
      <div class="kn-flow">
        <Form page={page} action={action}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant={drafts.length > 0 ? 'secondary' : 'primary'}>
            {page.t(`projects.draft.start-${kind}`)}
          </SubmitButton>
        </Form>
        {drafts.length > 0 && (
          <>
            <h2 class="ds-heading" data-size="sm">
              {page.t('projects.draft.yours')}
            </h2>
            <p class="kn-text">{page.t('projects.draft.kept', { days: DRAFT_DAYS })}</p>
            <Rows>
              {drafts.map((draft) => (
                <Row
                  title={<Title page={page} title={draftTitle(draft, page.locale)} />}
                  href={draftPath(draft.id)}
                  end={
                    <a class="ds-link" href={`${draftPath(draft.id)}/delete`}>
                      {page.t('projects.draft.delete')}{' '}
                      <span class="ds-sr-only">
                        <Title page={page} title={draftTitle(draft, page.locale)} />
                      </span>
                    </a>
                  }
                >
                  <Time page={page} value={draft.updatedAt} />
                </Row>
              ))}
            </Rows>
          </>
        )}
      </div>
    </Layout>
  );
}

interface DraftProps {
  page: PageContext;
  open: OpenDraft;
}

/** The tasks of a draft and how far each is; with `tried`, why it was not published. */
export function DraftPage({ page, open, tried = false }: DraftProps & { tried?: boolean }) {
  const { path, title, draft, answer, revised } = open;
  const errors = answer.ok ? {} : answer.errors;
  const tasks = tasksOf(revised !== null);
  const taskOf = (name: string) =>
    TASKS.find((task) => name in faultsOf(page, task, draft.typed, errors)) ?? 'title';
  return (
    <Layout
      page={page}
      title={title.text || page.t('projects.draft.untitled')}
      door="shared-work"
      crumbs={crumbs(page, open, false)}
      error={tried}
      noindex
    >
      {tried && (
        <ErrorSummary page={page} errors={errors} at={(name) => `${path}/${taskOf(name)}#${fieldId(name)}`} />
      )}
      <PageHeading lead={page.t('projects.draft.lead')}>
        <Title page={page} title={title} />
      </PageHeading>
      <div class="kn-flow">
        <Overtaken page={page} open={open} />
        <TaskList
          page={page}
          tasks={tasks.map((task) => ({
            id: task,
            title: page.t(`projects.task.${task}`),
            href: `${path}/${task}`,
            hint: page.t(`projects.task-hint.${task}`),
            optional: isOptional(task),
            state: stateOf(page, task, draft.typed, errors),
          }))}
        />
        {!answer.ok && <p class="kn-text">{page.t('projects.draft.not-ready')}</p>}
        <p class="kn-actions">
          {answer.ok && (
            <a class="ds-button" href={`${path}/check`}>
              {page.t('projects.draft.check')}
            </a>
          )}
          <a class="ds-link" href={`${path}/delete`}>
            {page.t('projects.draft.delete')}
          </a>
        </p>
      </div>
    </Layout>
  );
}

interface TaskPageProps extends DraftProps {
  task: TaskName;
  errors: FieldErrors;
}

/** One task of writing a project. */
export function TaskPage({ page, open, task, errors }: TaskPageProps) {
  const { path, draft } = open;
  const langs = formLanguages(draft.typed, page.locale);
  const heading = page.t(`projects.task.${task}`);
  return (
    <Layout
      page={page}
      title={heading}
      door="shared-work"
      crumbs={crumbs(page, open, true)}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t(`projects.task-hint.${task}`)}>{heading}</PageHeading>
      <Form page={page} action={`${path}/${task}`}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" name="step" value="done" hidden>
          {page.t('projects.draft.save')}
        </button>
        {task === 'languages' && <LanguageFields page={page} langs={langs} />}
        <Fields
          page={page}
          fields={fieldsOf(page, task, draft.typed)}
          langs={langs}
          typed={draft.typed}
          errors={errors}
        />
        <p class="kn-actions">
          <SubmitButton name="step" value="done">
            {page.t('projects.draft.save')}
          </SubmitButton>
          <SubmitButton variant="secondary" name="step" value="later">
            {page.t('projects.draft.later')}
          </SubmitButton>
        </p>
      </Form>
    </Layout>
  );
}

/** A draft as it will read, and the button that publishes it. */
export function CheckPage({ page, open }: DraftProps) {
  const { path, draft, revised } = open;
  const langs = formLanguages(draft.typed, page.locale);
  const title = page.t('projects.draft.check');
  const kind = revised === null ? 'new' : 'revise';
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={crumbs(page, open, true)} noindex>
      <PageHeading>{title}</PageHeading>
      <Overtaken page={page} open={open} />
      <Form page={page} action={`${path}/check`}>
        {revised !== null && <input type="hidden" name="prev" value={revised.project.latest} />}
        {tasksOf(revised !== null)
          .filter((task) => task !== 'languages')
          .map((task) => (
            <section class="kn-flow kn-answers">
              <div class="kn-results">
                <h2 class="ds-heading" data-size="xs">
                  {page.t(`projects.task.${task}`)}
                </h2>
                <a class="ds-link" href={`${path}/${task}`}>
                  {page.t('projects.draft.change')}{' '}
                  <span class="ds-sr-only">{page.t(`projects.task.${task}`)}</span>
                </a>
              </div>
              <Answers page={page} open={open} task={task} langs={langs} />
            </section>
          ))}
        <div class="kn-panel kn-flow" data-edge="act">
          <p class="kn-text">{page.t('projects.draft.public')}</p>
          <SubmitButton>{page.t(`projects.draft.publish-${kind}`)}</SubmitButton>
        </div>
      </Form>
    </Layout>
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
  if (answers.length === 0) return <p class="kn-muted">–</p>;
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

/** Before what was typed is gone for good. */
export function DeletePage({ page, open }: DraftProps) {
  const title = page.t('projects.draft.delete-title');
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={crumbs(page, open, true)} noindex>
      <PageHeading lead={page.t('projects.draft.delete-lead')}>{title}</PageHeading>
      <Form page={page} action={`${open.path}/delete`}>
        <p class="kn-actions">
          <SubmitButton color="danger">{page.t('projects.draft.delete-button')}</SubmitButton>
          <a class="ds-link" href={open.path}>
            {page.t('projects.draft.keep')}
          </a>
        </p>
      </Form>
    </Layout>
  );
}

/** Somebody else published a version since this one was begun. */
function Overtaken({ page, open: { revised } }: DraftProps) {
  if (revised === null || !revised.overtaken) return null;
  return (
    <Alert color="warning" title={page.t('projects.draft.overtaken')}>
      {page.t('projects.draft.overtaken-text')}{' '}
      <a class="ds-link" href={revised.project.path}>
        {pickText(revised.project.body.title, page.locale).text}
      </a>
    </Alert>
  );
}

function Title({ page, title: { text, lang } }: { page: PageContext; title: OpenDraft['title'] }) {
  return text === '' ? page.t('projects.draft.untitled') : <bdi {...langAttributes(page, lang)}>{text}</bdi>;
}

/** The way to a page of the draft; with `inside` over its list of tasks. */
function crumbs(page: PageContext, { path, title, revised }: OpenDraft, inside: boolean): Crumb[] {
  return [
    { label: page.t('projects.nav'), href: '/projects' },
    ...(revised === null ? [] : [{ label: title.text, href: revised.project.path }]),
    ...(inside ? [{ label: title.text || page.t('projects.draft.untitled'), href: path }] : []),
  ];
}

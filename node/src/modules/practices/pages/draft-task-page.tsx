import type { PageContext } from '../../../kernel/web/page.ts';
import { ErrorSummary, Form, LanguageFields, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import type { FieldProblem } from '../form/problems.ts';
import { fieldsOf, type TaskName } from '../form/tasks.ts';
import { draftCrumbs } from './draft-title.tsx';
import { problemSentences } from './field-labels.ts';
import { ContactLanguages, PrincipleFields, SortingFields } from './sorting-fields.tsx';
import { TextFields } from './text-fields.tsx';

interface DraftTaskPageProps {
  page: PageContext;
  open: OpenDraft;
  task: TaskName;
  /** `check`: it is changed on the way through the answers, and leads back there. */
  to: string | undefined;
  /** What is wrong on this page. */
  problems: readonly FieldProblem[];
}

/** One task of writing a practice. */
export function DraftTaskPage({ page, open, task, to, problems }: DraftTaskPageProps) {
  const { path, langs, draft } = open;
  const errors = problemSentences(page, problems);
  const fields = { page, typed: draft.typed, errors };
  const { texts, rows } = fieldsOf(task);
  const heading = page.t(`practices.task.${task}`);
  return (
    <Layout
      page={page}
      title={heading}
      door="shared-work"
      crumbs={draftCrumbs(page, open, true)}
      error={problems.length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading>{heading}</PageHeading>
      <Form page={page} action={`${path}/${task}`}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" name="step" value="done" hidden>
          {page.t('practices.draft.save')}
        </button>
        {to === 'check' && <input type="hidden" name="to" value="check" />}
        {task === 'languages' && <LanguageFields page={page} langs={langs} />}
        {task === 'sorting' && <SortingFields {...fields} />}
        {task === 'principles' && <PrincipleFields {...fields} />}
        {langs.map((lang, i) => (
          <TextFields {...fields} langs={langs} lang={lang} original={i === 0} texts={texts} rows={rows} />
        ))}
        {task === 'contacts' && <ContactLanguages {...fields} />}
        <p class="kn-actions">
          <SubmitButton name="step" value="done">
            {page.t('practices.draft.save')}
          </SubmitButton>
          <SubmitButton variant="secondary" name="step" value="later">
            {page.t('practices.draft.later')}
          </SubmitButton>
        </p>
      </Form>
    </Layout>
  );
}

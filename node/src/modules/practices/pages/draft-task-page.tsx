import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { ErrorSummary, Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';
import { formLanguages } from '../form/languages.ts';
import type { FieldProblem } from '../form/problems.ts';
import { value } from '../form/values.ts';
import { Conflict, type ConflictProps } from './conflict.tsx';
import { problemSentences } from './field-labels.ts';
import { LanguageFields } from './language-fields.tsx';
import { SortingFields } from './sorting-fields.tsx';
import { TextFields } from './text-fields.tsx';

export interface PracticeFormPageProps {
  page: PageContext;
  /** Where the form goes; `/practices/new` for a new practice. */
  action: string;
  /** The practice that is revised. */
  revised: { title: string; path: string } | null;
  typed: TypedValues;
  problems?: readonly FieldProblem[];
  /** Somebody published another version meanwhile. */
  conflict?: ConflictProps['changes'];
}

/** Writing a practice: one page in sections, then a page to check the answers. */
export function PracticeFormPage({
  page,
  action,
  revised,
  typed,
  problems = [],
  conflict,
}: PracticeFormPageProps) {
  const errors = problemSentences(page, problems);
  const langs = formLanguages(typed, page.locale);
  const title =
    revised === null
      ? page.t('practices.edit.new')
      : page.t('practices.edit.revise', { title: revised.title });
  const fields = { page, typed, errors };
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={[
        { label: page.t('practices.nav'), href: '/practices' },
        ...(revised ? [{ label: revised.title, href: revised.path }] : []),
      ]}
      error={problems.length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t(revised === null ? 'practices.edit.new-lead' : 'practices.edit.revise-lead')}>
        {title}
      </PageHeading>
      {conflict !== undefined && <Conflict page={page} changes={conflict} />}
      <Form page={page} action={action}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" name="step" value="check" hidden>
          {page.t('practices.edit.check')}
        </button>
        <input type="hidden" name="id" value={value(typed, 'id')} />
        <input type="hidden" name="prev" value={value(typed, 'prev')} />
        <LanguageFields page={page} langs={langs} of="practice" />
        {langs.map((lang, i) => (
          <TextFields {...fields} lang={lang} original={i === 0} revising={revised !== null} />
        ))}
        <SortingFields {...fields} />
        <p class="kn-text">{page.t('practices.edit.check-next')}</p>
        <SubmitButton name="step" value="check">
          {page.t('practices.edit.check')}
        </SubmitButton>
      </Form>
    </Layout>
  );
}

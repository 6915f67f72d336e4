import type { FieldProblem, Languages } from '../../../kernel/forms/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  DeclaredFields,
  ErrorSummary,
  Form,
  LanguageChoice,
  Layout,
  PageHeading,
  problemSentences,
  SubmitButton,
} from '../../../ui/index.ts';
import type { Event } from '../event.ts';
import { OUTCOME_FIELDS } from '../form/outcome-form.ts';
import { eventCrumbs } from './crumbs.ts';
import { WORDS } from './form-words.ts';

interface OutcomeFormPageProps {
  page: PageContext;
  event: SubjectRow<Event>;
  action: string;
  typed: TypedValues;
  langs: Languages;
  problems?: readonly FieldProblem[];
}

/** Saying what came of an event, on one page. */
export function OutcomeFormPage({ page, event, action, typed, langs, problems = [] }: OutcomeFormPageProps) {
  const title = page.t('events.outcome.new', { title: pickText(event.body.title, page.locale).text });
  const errors = problemSentences({ page, words: WORDS }, OUTCOME_FIELDS, problems);
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={eventCrumbs(page, event)}
      error={problems.length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading>{title}</PageHeading>
      <Form page={page} action={action}>
        {['prev', 'id'].flatMap((name) =>
          (typed[name] ?? []).map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <DeclaredFields
          page={page}
          words={WORDS}
          fields={OUTCOME_FIELDS}
          typed={typed}
          errors={errors}
          langs={langs}
        />
        <LanguageChoice page={page} langs={langs} />
        <p class="kn-text">{page.t('events.outcome.public')}</p>
        <SubmitButton name="step" value="publish">
          {page.t('events.outcome.button')}
        </SubmitButton>
      </Form>
    </Layout>
  );
}

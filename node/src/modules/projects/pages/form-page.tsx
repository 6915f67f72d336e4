import type { TypedValues } from '../../../kernel/web/form.ts';
import { formLanguages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  type Crumb,
  Details,
  ErrorSummary,
  type FieldErrors,
  Form,
  LanguageChoice,
  Layout,
  PageHeading,
  SubmitButton,
} from '../../../ui/index.ts';
import type { Field } from '../form/fields.ts';
import { Fields } from './field-view.tsx';

/** What a form on one page says and asks. */
export interface FormWords {
  title: string;
  lead: string;
  crumbs: readonly Crumb[];
  action: string;
  fields: readonly Field[];
  /** What becomes public with the button, and what the button does. */
  becomesPublic: string;
  button: string;
}

interface FormPageProps {
  page: PageContext;
  words: FormWords;
  typed: TypedValues;
  errors?: FieldErrors;
}

/** A short form: everything on one page. */
export function FormPage({ page, words, typed, errors = {} }: FormPageProps) {
  const { title, lead, crumbs, action, fields, becomesPublic, button } = words;
  const langs = formLanguages(typed, page.locale);
  const speaks = fields.some(({ as }) => as === 'text');
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={crumbs}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={named(page, fields, errors)} />
      <PageHeading lead={lead}>{title}</PageHeading>
      <Form page={page} action={action}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" name="step" value="publish" hidden>
          {button}
        </button>
        {['id', 'prev'].map((name) => (
          <input type="hidden" name={name} value={value(typed, name)} />
        ))}
        <Fields page={page} fields={fields} langs={langs} typed={typed} errors={errors} />
        {speaks && (
          <Details summary={page.t('ui.form.languages')} open={langs.length > 1}>
            <LanguageChoice page={page} langs={langs} />
          </Details>
        )}
        <div class="kn-panel kn-flow" data-edge="act">
          <p class="kn-text">{becomesPublic}</p>
          <SubmitButton name="step" value="publish">
            {button}
          </SubmitButton>
        </div>
      </Form>
    </Layout>
  );
}

/** What is wrong, each with the name of its field: the summary stands apart from the fields. */
function named(page: PageContext, fields: readonly Field[], errors: FieldErrors): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([at, problem]) => {
      const field = fields.find(({ name }) => at === name || at.startsWith(`${name}.`));
      const words =
        field === undefined ? problem : page.t('ui.form.problem-at', { field: field.label, problem });
      return [at, words];
    }),
  );
}

import type { TypedValues } from '../../../kernel/web/form.ts';
import { formLanguages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  ErrorSummary,
  type FieldErrors,
  Form,
  LanguageChoice,
  PageHeading,
  SubmitButton,
} from '../../../ui/index.ts';
import type { Field } from '../forms/fields.ts';
import type { Life } from '../read/life.ts';
import { FormField } from './form-field.tsx';
import { Frame } from './frame.tsx';

export interface FormPageProps {
  page: PageContext;
  life: Life;
  fields: readonly Field[];
  action: string;
  title: string;
  lead: string;
  button: string;
  /** What becomes public, or what follows: said beside the button. */
  becomesPublic: string;
  danger?: boolean | undefined;
  typed: TypedValues;
  errors?: FieldErrors;
  /** Another version came between. */
  conflict?: boolean;
}

/** A form of one page. */
export function FormPage(props: FormPageProps) {
  const { page, life, fields, action, title, lead, button, becomesPublic, typed, errors = {} } = props;
  const langs = formLanguages(typed, page.locale);
  const multilingual = fields.some(
    (field) => field.kind === 'text' || field.kind === 'area' || field.kind === 'rows',
  );
  return (
    <Frame page={page} life={life} title={title} error={Object.keys(errors).length > 0} noindex>
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={lead}>{title}</PageHeading>
      {props.conflict && <Alert color="warning">{page.t('alliances.conflict')}</Alert>}
      <Form page={page} action={action}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" hidden>
          {button}
        </button>
        <input type="hidden" name="id" value={value(typed, 'id')} />
        <input type="hidden" name="prev" value={value(typed, 'prev')} />
        {multilingual && <LanguageChoice page={page} langs={langs} />}
        {fields.map((field) => (
          <FormField page={page} life={life} field={field} typed={typed} errors={errors} langs={langs} />
        ))}
        <p class="kn-text">{becomesPublic}</p>
        <SubmitButton {...(props.danger && { color: 'danger' as const })}>{button}</SubmitButton>
      </Form>
    </Frame>
  );
}

import { value } from '../../../kernel/forms/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChoiceGroup,
  ErrorSummary,
  type FieldErrors,
  Form,
  fieldId,
  Layout,
  PageHeading,
  SubmitButton,
  TextField,
} from '../../../ui/index.ts';

interface ImportPageProps {
  page: PageContext;
  typed: TypedValues;
  errors?: FieldErrors;
}

/** A file to take in, and whose it is. */
export function ImportPage({ page, typed, errors = {} }: ImportPageProps) {
  const title = page.t('commitments.import.heading');
  const error = errors.upload;
  return (
    <Layout
      page={page}
      title={title}
      door="commitments"
      crumbs={[{ label: page.t('commitments.start.new'), href: '/commitments/new' }]}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('commitments.import.lead')}>{title}</PageHeading>
      <Form page={page} action="/commitments/import" multipart>
        <div class="ds-field">
          <label class="ds-label" for={fieldId('upload')}>
            {page.t('commitments.import.file')}
          </label>
          <input
            class="ds-input"
            type="file"
            id={fieldId('upload')}
            name="upload"
            accept=".json,.csv,application/json,text/csv"
            aria-invalid={error === undefined ? undefined : 'true'}
          />
          {error !== undefined && (
            <p class="ds-validation-message" data-field="validation">
              {error}
            </p>
          )}
        </div>
        <ChoiceGroup
          page={page}
          type="radio"
          name="whose"
          label={page.t('commitments.import.whose')}
          choices={['ours', 'reference'].map((one) => ({
            value: one,
            label: page.t(`commitments.import.${one}`),
            help: page.t(`commitments.import.${one}-help`),
          }))}
          values={[value(typed, 'whose') || 'ours']}
          errors={errors}
        />
        <fieldset class="ds-fieldset kn-flow">
          <legend>
            <h2 class="ds-heading" data-size="xs">
              {page.t('commitments.import.about')}
            </h2>
          </legend>
          {(['title', 'source', 'licence'] as const).map((name) => (
            <TextField
              page={page}
              name={name}
              label={page.t(`commitments.import.${name}`)}
              type={name === 'source' ? 'url' : 'text'}
              value={value(typed, name)}
              errors={errors}
              optional
            />
          ))}
        </fieldset>
        <p class="kn-text">{page.t('commitments.import.public')}</p>
        <SubmitButton>{page.t('commitments.import.button')}</SubmitButton>
      </Form>
    </Layout>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  ErrorSummary,
  type FieldErrors,
  Form,
  fieldId,
  Layout,
  PageHeading,
  SubmitButton,
  Table,
} from '../../../ui/index.ts';
import type { ImportLine } from '../exchange.ts';

interface ImportPageProps {
  page: PageContext;
  errors?: FieldErrors;
  /** The report of a trial run, with the file that it read. */
  trial?: { lines: readonly ImportLine[]; file: string };
  /** The report of what was done. */
  done?: readonly ImportLine[];
}

const ACTIONS = ['publish', 'revise', 'same', 'refused'] as const;

/** Importing a file: first what would become of each practice, then the button that publishes them. */
export function ImportPage({ page, errors = {}, trial, done }: ImportPageProps) {
  const title = page.t('practices.import.title');
  const lines = done ?? trial?.lines;
  const changes =
    trial?.lines.filter(({ action }) => action === 'publish' || action === 'revise').length ?? 0;
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={[{ label: page.t('practices.nav'), href: '/practices' }]}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('practices.import.lead')}>{title}</PageHeading>
      {lines !== undefined && (
        <Alert
          color={done ? 'success' : 'info'}
          title={page.t(done ? 'practices.import.done' : 'practices.import.trial')}
        >
          {page.format.list(
            ACTIONS.flatMap((action) => {
              const count = lines.filter((line) => line.action === action).length;
              return count === 0 ? [] : [page.t(`practices.import.count-${action}`, { count })];
            }),
          )}
        </Alert>
      )}
      {lines !== undefined && <Report page={page} lines={lines} done={done !== undefined} />}
      {trial !== undefined && changes > 0 && (
        <Form page={page} action="/practices/import">
          <textarea name="file" hidden>
            {trial.file}
          </textarea>
          <div class="kn-panel kn-flow" data-edge="act">
            <p class="kn-text">
              <strong>{page.t('ui.check.public')}</strong> {page.t('practices.import.public')}
            </p>
            <SubmitButton name="step" value="publish">
              {page.t('practices.import.button', { count: changes })}
            </SubmitButton>
          </div>
        </Form>
      )}
      {done === undefined && (
        <Form page={page} action="/practices/import" multipart>
          <div class="ds-field">
            <label class="ds-label" for={fieldId('upload')}>
              {page.t('practices.import.file')}
            </label>
            <p data-field="description" id={`${fieldId('upload')}-help`}>
              {page.t('practices.import.file-help')}
            </p>
            <input
              class="ds-input"
              type="file"
              id={fieldId('upload')}
              name="upload"
              accept="application/json,.json"
              aria-describedby={`${fieldId('upload')}-help`}
            />
            {errors.upload !== undefined && (
              <p class="ds-validation-message" data-field="validation">
                {errors.upload}
              </p>
            )}
          </div>
          <SubmitButton variant={trial === undefined ? 'primary' : 'secondary'} name="step" value="trial">
            {page.t(trial === undefined ? 'practices.import.try' : 'practices.import.try-another')}
          </SubmitButton>
        </Form>
      )}
    </Layout>
  );
}

function Report({ page, lines, done }: { page: PageContext; lines: readonly ImportLine[]; done: boolean }) {
  return (
    <Table
      id="report"
      caption={page.t('practices.import.caption')}
      columns={[
        { label: page.t('practices.import.line'), numeric: true },
        { label: page.t('practices.field.title') },
        { label: page.t('practices.import.outcome') },
      ]}
      rows={lines.map((line) => [
        page.format.number(line.line),
        <bdi>{line.title}</bdi>,
        <>
          {page.t(`practices.import.${done ? 'did' : 'will'}-${line.action}`)}
          {line.reason !== undefined && <> {page.t(`practices.import.reason-${line.reason}`)}</>}
          {line.issues?.map(({ path, message }) => (
            <p class="kn-small" dir="ltr">
              <code>{path}</code>: {message}
            </p>
          ))}
        </>,
      ])}
    />
  );
}

import type { PageContext } from '../../../kernel/web/index.ts';
import { ErrorSummary, Form, Layout, PageHeading, Say, SubmitButton, TextField } from '../../../ui/index.ts';

interface SignInPageProps {
  page: PageContext;
  /** Where to go afterwards. */
  to: string;
  error?: string;
}

/** One field. What was typed is not shown again: whoever looks at the screen could read it. */
export function SignInPage({ page, to, error }: SignInPageProps) {
  const title = page.t('session.title');
  const errors = error === undefined ? {} : { token: error };
  return (
    <Layout page={page} title={title} error={error !== undefined} noindex>
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('session.lead')}>{title}</PageHeading>
      {page.person !== null && (
        <p>
          <Say page={page} id="session.already" with={{ name: page.person.name }} />
        </p>
      )}
      <Form page={page} action="/sign-in">
        <TextField
          page={page}
          name="token"
          type="password"
          label={page.t('session.token')}
          help={<Say page={page} id="session.token-help" with={{ prefix: <code dir="ltr">koinon_</code> }} />}
          autocomplete="off"
          errors={errors}
        />
        <input type="hidden" name="to" value={to} />
        <SubmitButton>{page.t('session.button')}</SubmitButton>
      </Form>
      <p class="kn-muted kn-text">{page.t(page.demo ? 'session.demo' : 'session.citizens')}</p>
    </Layout>
  );
}

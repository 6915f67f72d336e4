import type { FieldErrors, PageContext } from '../../../kernel/web/index.ts';
import { Form, Say, SubmitButton, TextField } from '../../../ui/index.ts';

interface TokenFormProps {
  page: PageContext;
  to: string;
  errors: FieldErrors;
}

/** For those who work here with an access token. */
export function TokenForm({ page, to, errors }: TokenFormProps) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('session.token-title')}
      </h2>
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
        <SubmitButton variant="secondary">{page.t('session.token-button')}</SubmitButton>
      </Form>
      <p class="kn-muted kn-text">{page.t(page.demo ? 'session.demo' : 'session.citizens')}</p>
    </>
  );
}

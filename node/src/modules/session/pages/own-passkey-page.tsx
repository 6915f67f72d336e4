import type { OwnPasskey } from '../../../kernel/login/index.ts';
import type { PageContext } from '../../../kernel/web/index.ts';
import {
  Alert,
  ChoiceGroup,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  LogInAgain,
  PageHeading,
  SubmitButton,
  TextField,
} from '../../../ui/index.ts';
import { accountCrumbs, PasskeyTimes, passkeyName } from './passkeys-page.tsx';

interface OwnPasskeyPageProps {
  page: PageContext;
  passkey: OwnPasskey;
  /** Whether the login is fresh enough to take it out. */
  fresh: boolean;
  typed?: string | undefined;
  errors?: FieldErrors;
}

/** One passkey of an account: its name, and the way to take it out. */
export function OwnPasskeyPage({ page, passkey, fresh, typed, errors = {} }: OwnPasskeyPageProps) {
  const path = `/login/passkeys/${passkey.id}`;
  return (
    <Layout
      page={page}
      title={passkey.label ?? page.t('session.passkeys.unnamed')}
      crumbs={[...accountCrumbs(page), { label: page.t('session.passkeys.title'), href: '/login/passkeys' }]}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={<PasskeyTimes page={page} passkey={passkey} />}>
        {passkeyName(page, passkey)}
      </PageHeading>
      <div class="kn-flow">
        <Form page={page} action={`${path}/name`}>
          <TextField
            page={page}
            name="name"
            label={page.t('session.passkeys.name')}
            help={page.t('session.passkeys.name-help')}
            value={typed ?? passkey.label ?? ''}
            errors={errors}
            optional
          />
          <SubmitButton variant="secondary">{page.t('session.passkeys.name-button')}</SubmitButton>
        </Form>
        <h2 class="ds-heading" data-size="sm">
          {page.t('session.passkeys.remove-title')}
        </h2>
        <p class="kn-text">{page.t('session.passkeys.remove-text')}</p>
        {passkey.onlyWay && <Alert color="warning">{page.t('session.passkeys.last')}</Alert>}
        {fresh ? (
          <Form page={page} action={`${path}/remove`}>
            {passkey.onlyWay && (
              <ChoiceGroup
                page={page}
                name="sure"
                type="checkbox"
                label={page.t('session.passkeys.confirm')}
                choices={[{ value: 'yes', label: page.t('session.passkeys.sure') }]}
                values={[]}
                errors={errors}
              />
            )}
            <SubmitButton color="danger">{page.t('session.passkeys.remove-button')}</SubmitButton>
          </Form>
        ) : (
          <LogInAgain page={page} to={path} />
        )}
      </div>
    </Layout>
  );
}

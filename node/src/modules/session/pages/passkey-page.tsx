import type { PasskeyQuestion } from '../../../kernel/login/index.ts';
import type { PageContext } from '../../../kernel/web/index.ts';
import { ErrorSummary, Layout, LogInAgain, PageHeading, SubmitButton } from '../../../ui/index.ts';

interface PasskeyPageProps {
  page: PageContext;
  /** Null where somebody is logged in, who can add one. */
  use: PasskeyQuestion | null;
  make: PasskeyQuestion;
  to: string;
  script: string;
  error?: string | undefined;
}

/** Passkeys are the one way to log in that needs a script; the page says so, and the other ways stay. */
export function PasskeyPage({ page, use, make, to, script, error }: PasskeyPageProps) {
  const adds = use === null;
  const title = page.t(adds ? 'session.passkey.add-title' : 'session.passkey.title');
  const lead = page.t(adds ? 'session.passkey.add-lead' : 'session.passkey.lead');
  return (
    <Layout page={page} title={title} error={error !== undefined} noindex>
      <ErrorSummary page={page} errors={error === undefined ? {} : { passkey: error }} />
      <PageHeading lead={lead}>{title}</PageHeading>
      <div class="kn-flow" id="f-passkey">
        <noscript>
          <p class="kn-text">{page.t('session.passkey.needs-script')}</p>
        </noscript>
        {use !== null && (
          <Ask page={page} question={use} use="get" to={to} button={page.t('session.passkey.button')} />
        )}
        {use !== null && (
          <>
            <h2 class="ds-heading" data-size="sm">
              {page.t('session.passkey.new-title')}
            </h2>
            <p class="kn-text">{page.t('session.passkey.new-text')}</p>
          </>
        )}
        <Ask
          page={page}
          question={make}
          use="create"
          to={to}
          button={page.t(adds ? 'session.passkey.add-button' : 'session.passkey.new-button')}
          variant={adds ? 'primary' : 'secondary'}
        />
        <p>
          <a class="ds-link" href="/sign-in">
            {page.t('session.failure.again')}
          </a>
        </p>
      </div>
      <script src={script} />
    </Layout>
  );
}

/** In place of the page, where somebody is logged in for too long to add a passkey. */
export function StalePasskeyPage({ page }: { page: PageContext }) {
  const title = page.t('session.passkey.add-title');
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t('session.passkey.add-lead')}>{title}</PageHeading>
      <LogInAgain page={page} to="/login/passkey" />
    </Layout>
  );
}

interface AskProps {
  page: PageContext;
  question: PasskeyQuestion;
  use: 'get' | 'create';
  to: string;
  button: string;
  variant?: 'primary' | 'secondary';
}

function Ask({ page, question, use, to, button, variant = 'primary' }: AskProps) {
  return (
    <form
      class="kn-form"
      method="post"
      action="/login/passkey"
      data-passkey={JSON.stringify(question.options)}
      data-use={use}
    >
      <input type="hidden" name="csrf" value={page.csrf} />
      <input type="hidden" name="step" value={question.step} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="credential" value="" />
      <SubmitButton variant={variant}>{button}</SubmitButton>
    </form>
  );
}

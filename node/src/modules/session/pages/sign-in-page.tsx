import type { FieldErrors, PageContext } from '../../../kernel/web/index.ts';
import { Alert, ErrorSummary, Layout, PageHeading, Say } from '../../../ui/index.ts';
import { Homes } from './homes.tsx';
import { OwnMethods } from './own-methods.tsx';
import { TokenForm } from './token-form.tsx';
import type { LoginPurpose, Ways } from './ways.ts';

interface SignInPageProps {
  page: PageContext;
  purpose: LoginPurpose;
  ways: Ways;
  errors?: FieldErrors;
  /** What was typed as an e-mail address; a token is not shown again: whoever looks at the screen could read it. */
  email?: string | undefined;
}

/** Where do you live, and how do you log in there. Each way is a plain link or a form of this node. */
export function SignInPage({ page, purpose, ways, errors = {}, email }: SignInPageProps) {
  const title = page.t('session.title');
  const { asking, level } = purpose;
  return (
    <Layout
      page={page}
      title={title}
      error={Object.keys(errors).length > 0}
      faces={[...ways.homes, ...(asking ? [asking] : [])]}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('session.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        {asking !== null && (
          <Alert color="info">
            <Say page={page} id="session.asked" with={{ who: asking.name }} />
          </Alert>
        )}
        {level !== null && level !== 'none' && (
          <p class="kn-text">{page.t('session.level-needed', { level: page.t(`session.level.${level}`) })}</p>
        )}
        {page.person !== null && (
          <p class="kn-text">
            <Say page={page} id="session.already" with={{ name: page.person.name }} />
          </p>
        )}
        <OwnMethods page={page} purpose={purpose} ways={ways} errors={errors} email={email} />
        {asking === null && <Homes page={page} purpose={purpose} ways={ways} />}
        <TokenForm page={page} to={purpose.to} errors={errors} />
      </div>
    </Layout>
  );
}

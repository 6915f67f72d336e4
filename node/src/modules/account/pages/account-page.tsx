import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ErrorSummary,
  Facts,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  Panel,
  Row,
  Rows,
  Say,
  SubmitButton,
  TextField,
  Time,
} from '../../../ui/index.ts';
import type { AccountView } from '../read/account-view.ts';
import { SessionList } from './session-list.tsx';

interface AccountPageProps {
  page: PageContext;
  view: AccountView;
  typed?: TypedValues;
  errors?: FieldErrors;
}

/** Who is logged in here, how surely, where else, and what is theirs. */
export function AccountPage({ page, view, typed, errors = {} }: AccountPageProps) {
  const { actor } = view;
  const title = page.t('account.title');
  const lead =
    actor.type === 'guest'
      ? page.t('account.lead-guest', { host: new URL(actor.issuer).host })
      : page.t('account.lead');
  return (
    <Layout page={page} title={title} error={Object.keys(errors).length > 0} noindex>
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={lead}>{title}</PageHeading>
      <LoginFacts page={page} view={view} />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <Rows>
            {view.pages.map((one) => (
              <Row title={page.t(one.label)} href={one.path} level={2}>
                {page.t(one.about)}
              </Row>
            ))}
            <Row title={page.t('account.data.title')} href="/account/data.json" level={2}>
              {page.t('account.data.about')}
            </Row>
            <Row title={page.t('account.erase.title')} href="/account/erase" level={2}>
              {page.t('account.erase.about')}
            </Row>
          </Rows>
          <SessionList page={page} sessions={view.sessions} />
        </div>
        <aside class="kn-aside" aria-label={page.t('account.aside')}>
          {actor.type === 'person' && (
            <Panel title={page.t('account.name.title')} edge="act">
              <Form page={page} action="/account/name">
                <TextField
                  page={page}
                  name="name"
                  label={page.t('account.name.label')}
                  help={page.t('account.name.help')}
                  value={typed?.name?.[0] ?? actor.name ?? ''}
                  autocomplete="name"
                  errors={errors}
                  optional
                />
                <SubmitButton variant="secondary">{page.t('account.name.button')}</SubmitButton>
              </Form>
            </Panel>
          )}
          {view.roles.length > 0 && <Roles page={page} view={view} />}
        </aside>
      </div>
    </Layout>
  );
}

function LoginFacts({ page, view: { login, actor } }: { page: PageContext; view: AccountView }) {
  return (
    <Facts
      facts={[
        { label: page.t('account.fact.level'), value: page.t(`account.level.${actor.assurance.level}`) },
        ...(login === null
          ? []
          : [{ label: page.t('account.fact.since'), value: <Time page={page} value={login.at} /> }]),
        {
          label: page.t('account.fact.home'),
          value: <bdi>{actor.type === 'guest' ? new URL(actor.issuer).host : page.self.name}</bdi>,
        },
      ]}
    />
  );
}

function Roles({ page, view: { roles } }: { page: PageContext; view: AccountView }) {
  return (
    <Panel title={page.t('account.roles.title')}>
      <ul class="ds-list">
        {roles.map(({ role, resource }) => (
          <li>
            {resource === null ? (
              page.t(`role.${role}`)
            ) : (
              <Say
                page={page}
                id="account.roles.at"
                args={{ role: page.t(`role.${role}`) }}
                with={{ resource }}
              />
            )}
          </li>
        ))}
      </ul>
      <p>
        <a class="ds-link" href="/staff">
          {page.t('account.roles.work')}
        </a>
      </p>
    </Panel>
  );
}

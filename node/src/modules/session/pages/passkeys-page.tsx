import type { OwnPasskey } from '../../../kernel/login/index.ts';
import type { PageContext } from '../../../kernel/web/index.ts';
import { Alert, EmptyState, Layout, PageHeading, Row, Rows, Say, Time } from '../../../ui/index.ts';

interface PasskeysPageProps {
  page: PageContext;
  passkeys: readonly OwnPasskey[];
  /** What was done just now. */
  done: 'added' | 'renamed' | 'removed' | null;
}

/** The passkeys of an account: what they are called, since when they count, when each was used. */
export function PasskeysPage({ page, passkeys, done }: PasskeysPageProps) {
  const title = page.t('session.passkeys.title');
  return (
    <Layout page={page} title={title} crumbs={accountCrumbs(page)} noindex>
      <PageHeading lead={page.t('session.passkeys.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        {done !== null && <Alert color="success">{page.t(`session.passkeys.${done}`)}</Alert>}
        {done === 'removed' && (
          <p class="kn-text">
            {page.t('session.passkeys.lost')}{' '}
            <a class="ds-link" href="/account">
              {page.t('session.passkeys.sessions')}
            </a>
          </p>
        )}
        {passkeys.length === 0 ? (
          <EmptyState title={page.t('session.passkeys.none')} />
        ) : (
          <Rows>
            {passkeys.map((passkey) => (
              <Row title={passkeyName(page, passkey)} href={`/login/passkeys/${passkey.id}`} level={2}>
                <PasskeyTimes page={page} passkey={passkey} />
              </Row>
            ))}
          </Rows>
        )}
        <p>
          <a class="ds-button" href="/login/passkey">
            {page.t('session.passkey.add-button')}
          </a>
        </p>
      </div>
    </Layout>
  );
}

export function accountCrumbs(page: PageContext) {
  return [{ label: page.t('account.title'), href: '/account' }];
}

export function passkeyName(page: PageContext, { label }: OwnPasskey) {
  return label === null ? page.t('session.passkeys.unnamed') : <bdi>{label}</bdi>;
}

export function PasskeyTimes({ page, passkey }: { page: PageContext; passkey: OwnPasskey }) {
  const added = <Time page={page} value={passkey.addedAt} />;
  return passkey.usedAt === null ? (
    <Say page={page} id="session.passkeys.unused" with={{ added }} />
  ) : (
    <Say
      page={page}
      id="session.passkeys.used"
      with={{ added, used: <Time page={page} value={passkey.usedAt} /> }}
    />
  );
}

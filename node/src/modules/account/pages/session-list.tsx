import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Row, Rows, Say, SubmitButton, Time } from '../../../ui/index.ts';
import type { AccountView } from '../read/account-view.ts';

/** Where a person is logged in; each can be ended, and all others at once. */
export function SessionList({ page, sessions }: { page: PageContext; sessions: AccountView['sessions'] }) {
  return (
    <section class="kn-flow" aria-labelledby="sessions">
      <h2 class="ds-heading" data-size="sm" id="sessions">
        {page.t('account.sessions.title')}
      </h2>
      <Rows>
        {sessions.map((session) => (
          <Row
            title={
              session.browser === null ? page.t('account.sessions.unknown') : <bdi>{session.browser}</bdi>
            }
            end={
              session.current ? (
                page.t('account.sessions.here')
              ) : (
                <Form page={page} action="/account/sessions/end">
                  <input type="hidden" name="session" value={session.id} />
                  <SubmitButton variant="secondary">{page.t('account.sessions.end')}</SubmitButton>
                </Form>
              )
            }
          >
            <Say
              page={page}
              id="account.sessions.used"
              with={{
                since: <Time page={page} value={session.since} />,
                seen: <Time page={page} value={session.seenAt} />,
              }}
            />
          </Row>
        ))}
      </Rows>
      {sessions.length > 1 && (
        <Form page={page} action="/account/sessions/end-others">
          <SubmitButton variant="secondary">{page.t('account.sessions.end-others')}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

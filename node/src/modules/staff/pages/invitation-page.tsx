import type { Actor, Invitation } from '../../../kernel/identity/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Alert, Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';
import { roleWords } from '../words.ts';

interface InvitationPageProps {
  page: PageContext;
  invitation: Invitation;
  secret: string;
  actor: Actor;
}

/** What somebody is invited to, and the button that accepts it once they are logged in. */
export function InvitationPage({ page, invitation, secret, actor }: InvitationPageProps) {
  const title = page.t('staff.invitation.title', { node: page.self.name });
  const path = `/invitations/${secret}`;
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t('staff.invitation.lead')}>{title}</PageHeading>
      <ul class="ds-list kn-text">
        {invitation.grants.map((grant) => (
          <li>{roleWords(page, grant)}</li>
        ))}
      </ul>
      {actor.type === 'person' ? (
        <Form page={page} action={path}>
          <SubmitButton>{page.t('staff.invitation.accept')}</SubmitButton>
        </Form>
      ) : (
        <Alert color="info" title={page.t('staff.invitation.log-in-title')}>
          {page.t(actor.type === 'anonymous' ? 'staff.invitation.log-in' : 'staff.invitation.other')}{' '}
          <a class="ds-link" href={`/sign-in?to=${path}`}>
            {page.t('staff.invitation.log-in-link')}
          </a>
        </Alert>
      )}
    </Layout>
  );
}

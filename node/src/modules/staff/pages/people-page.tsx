import type { PageContext } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  Form,
  Layout,
  PageHeading,
  Row,
  Rows,
  Say,
  SubmitButton,
  Time,
} from '../../../ui/index.ts';
import type { OpenInvitation, StaffPerson } from '../read/people.ts';
import { actorWords, roleWords } from '../words.ts';
import { staffCrumbs } from './staff-page.tsx';

interface PeoplePageProps {
  page: PageContext;
  people: readonly StaffPerson[];
  invitations: readonly OpenInvitation[];
}

/** Who holds which role, and who is invited. */
export function PeoplePage({ page, people, invitations }: PeoplePageProps) {
  const title = page.t('staff.people.title');
  return (
    <Layout page={page} title={title} crumbs={staffCrumbs(page)} noindex>
      <PageHeading lead={page.t('staff.people.lead')}>{title}</PageHeading>
      <p class="kn-actions">
        <a class="ds-button" href="/staff/invite">
          {page.t('staff.invite.title')}
        </a>
      </p>
      {people.length === 0 ? (
        <EmptyState title={page.t('staff.people.none')}>{page.t('staff.people.none-text')}</EmptyState>
      ) : (
        <Rows>
          {people.map((person) => (
            <Row
              title={<bdi>{actorWords(page, `person:${person.account}`, person.name)}</bdi>}
              href={`/staff/people/${person.account}`}
              level={2}
              end={
                person.lastLoginAt && (
                  <Say
                    page={page}
                    id="staff.people.seen"
                    with={{ when: <Time page={page} value={person.lastLoginAt} /> }}
                  />
                )
              }
            >
              {person.grants.map((grant) => roleWords(page, grant)).join(' · ')}
            </Row>
          ))}
        </Rows>
      )}
      {invitations.length > 0 && <Invitations page={page} invitations={invitations} />}
    </Layout>
  );
}

function Invitations({ page, invitations }: Pick<PeoplePageProps, 'page' | 'invitations'>) {
  return (
    <section class="kn-flow kn-section" aria-labelledby="invitations">
      <h2 class="ds-heading" data-size="sm" id="invitations">
        {page.t('staff.invitations.title')}
      </h2>
      <Rows>
        {invitations.map((invitation) => (
          <Row
            title={<bdi>{invitation.invitee}</bdi>}
            end={
              <Form page={page} action={`/staff/invitations/${invitation.id}/revoke`}>
                <SubmitButton variant="secondary">{page.t('staff.invitations.revoke')}</SubmitButton>
              </Form>
            }
          >
            {invitation.grants.map((grant) => roleWords(page, grant)).join(' · ')}
            {' · '}
            <Say
              page={page}
              id="staff.invitations.by"
              with={{
                who: actorWords(page, invitation.invitedBy, invitation.by),
                until: <Time page={page} value={invitation.expiresAt} as="date" />,
              }}
            />
          </Row>
        ))}
      </Rows>
    </section>
  );
}

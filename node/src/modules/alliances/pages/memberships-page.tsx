import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  LangTextView,
  Layout,
  PageHeading,
  Row,
  Rows,
  Say,
  Seal,
  Time,
} from '../../../ui/index.ts';
import type { OurInvitation, OurMembership, OurMemberships } from '../read/ours.ts';
import { nameOf } from './words.ts';

/** For administrators: what we are invited to, what we belong to, and what we host. */
export function MembershipsPage({
  page,
  invitations,
  memberships,
  hosted,
}: OurMemberships & { page: PageContext }) {
  const title = page.t('alliances.ours');
  const join = (
    <a class="ds-link" href="/alliances/memberships/join">
      {page.t('alliances.join-by-letter')}
    </a>
  );
  return (
    <Layout
      page={page}
      title={title}
      door="partners"
      crumbs={[{ label: page.t('alliances.nav'), href: '/alliances' }]}
      faces={invitations.map(({ alliance }) => faceOf(page, alliance.host.node))}
      noindex
    >
      <PageHeading lead={page.t('alliances.ours-lead')}>{title}</PageHeading>
      <section class="kn-flow" aria-labelledby="invitations">
        <h2 class="ds-heading" data-size="sm" id="invitations">
          {page.t('alliances.invitations-to-us')}
        </h2>
        {invitations.length === 0 ? (
          <EmptyState title={page.t('alliances.no-invitations')} action={join}>
            {page.t('alliances.no-invitations-text')}
          </EmptyState>
        ) : (
          <>
            <Rows>
              {invitations.map((invitation) => (
                <InvitationRow page={page} invitation={invitation} />
              ))}
            </Rows>
            <p>{join}</p>
          </>
        )}
      </section>
      <section class="kn-flow kn-section" aria-labelledby="memberships">
        <h2 class="ds-heading" data-size="sm" id="memberships">
          {page.t('alliances.memberships')}
        </h2>
        {memberships.length === 0 ? (
          <p class="kn-text">{page.t('alliances.no-memberships')}</p>
        ) : (
          <Rows>
            {memberships.map((membership) => (
              <MembershipRow page={page} membership={membership} />
            ))}
          </Rows>
        )}
      </section>
      {hosted.length > 0 && (
        <section class="kn-flow kn-section" aria-labelledby="hosted">
          <h2 class="ds-heading" data-size="sm" id="hosted">
            {page.t('alliances.hosted')}
          </h2>
          <Rows>
            {hosted.map(({ slug, charter }) => (
              <Row
                title={<LangTextView page={page} text={charter.title} />}
                href={`/alliances/${slug}/members`}
              >
                {page.t('alliances.members-title')}
              </Row>
            ))}
          </Rows>
        </section>
      )}
    </Layout>
  );
}

function InvitationRow({
  page,
  invitation: { alliance, at, until },
}: {
  page: PageContext;
  invitation: OurInvitation;
}) {
  return (
    <Row
      mark={<Seal face={faceOf(page, alliance.host.node)} as="plain" />}
      over={page.t('alliances.hosted-by', { who: nameOf(page, alliance.host.node) })}
      title={<LangTextView page={page} text={alliance.latest.body.charter.title} />}
      href={`/alliances/memberships/join?${new URLSearchParams({ alliance: alliance.id })}`}
    >
      <Say
        page={page}
        id="alliances.invited-when"
        with={{
          when: <Time page={page} value={at} as="date" />,
          until: <Time page={page} value={until} as="date" />,
        }}
      />
    </Row>
  );
}

const LEAVABLE = new Set(['joined', 'member']);

function MembershipRow({
  page,
  membership: { alliance, title, state, since, path, hosted },
}: {
  page: PageContext;
  membership: OurMembership;
}) {
  return (
    <Row
      title={<LangTextView page={page} text={title} />}
      href={path ?? alliance}
      end={page.t(`alliances.member.${state}`)}
    >
      <Time page={page} value={since} as="date" />
      {LEAVABLE.has(state) && !hosted && (
        <>
          {' · '}
          <a class="ds-link" href={`/alliances/memberships/leave?${new URLSearchParams({ alliance })}`}>
            {page.t('alliances.leave')}
          </a>
        </>
      )}
    </Row>
  );
}

import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Details,
  EmptyState,
  PageHeading,
  Row,
  Rows,
  Say,
  Seal,
  type Status,
  Tag,
  Time,
} from '../../../ui/index.ts';
import type { HostedMembers, HostsInvitation, InvitationState } from '../read/hosted.ts';
import type { Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { InvitationText } from './invitation-text.tsx';
import { nameOf } from './words.ts';

interface MembersPageProps extends HostedMembers {
  page: PageContext;
  life: Life;
  /** Thumbprints of the keys of the alliance. */
  kids: readonly string[];
}

/** For administrators of the host: who belongs, who is invited, and what can be done about either. */
export function MembersPage({ page, life, hosted, members, invitations, kids }: MembersPageProps) {
  const title = page.t('alliances.members-title');
  const below = `${life.alliance.path}/members`;
  return (
    <Frame page={page} life={life} title={title} noindex>
      <PageHeading lead={page.t('alliances.members-lead')}>{title}</PageHeading>
      <p class="kn-actions">
        <a class="ds-button" href={`${below}/invite`}>
          {page.t('alliances.invite')}
        </a>
      </p>
      <section class="kn-flow kn-section" aria-labelledby="invitations">
        <h2 class="ds-heading" data-size="sm" id="invitations">
          {page.t('alliances.invitations')}
        </h2>
        {invitations.length === 0 ? (
          <p class="kn-text">{page.t('alliances.no-invitations')}</p>
        ) : (
          <>
            <Rows>
              {invitations.map((invitation) => (
                <InvitationRow page={page} below={below} invitation={invitation} />
              ))}
            </Rows>
            <Details summary={page.t('alliances.send')}>
              <InvitationText page={page} alliance={hosted.id} kids={kids} />
            </Details>
          </>
        )}
      </section>
      <section class="kn-flow kn-section" aria-labelledby="members">
        <h2 class="ds-heading" data-size="sm" id="members">
          {page.t('alliances.members')}
        </h2>
        {members.length === 1 && (
          <EmptyState title={page.t('alliances.alone')}>{page.t('alliances.alone-text')}</EmptyState>
        )}
        <Rows>
          {members.map((node) => (
            <Row
              mark={<Seal face={faceOf(page, node)} as="plain" />}
              title={<bdi>{nameOf(page, node)}</bdi>}
              end={
                node === page.self.node ? (
                  page.t('alliances.is-host')
                ) : (
                  <a class="ds-link" href={`${below}/remove?${new URLSearchParams({ node })}`}>
                    {page.t('alliances.remove')}
                  </a>
                )
              }
            >
              <bdi dir="ltr">{node}</bdi>
            </Row>
          ))}
        </Rows>
      </section>
    </Frame>
  );
}

const STATUS: Record<InvitationState, Status> = {
  waiting: 'waiting',
  unread: 'waiting',
  accepted: 'answered',
  expired: 'closed',
};

function InvitationRow({
  page,
  below,
  invitation: { node, invitedAt, expiresAt, state },
}: {
  page: PageContext;
  below: string;
  invitation: HostsInvitation;
}) {
  const query = new URLSearchParams({ node });
  const again = state === 'expired';
  return (
    <Row
      mark={<Seal face={faceOf(page, node)} as="plain" />}
      title={<bdi>{nameOf(page, node)}</bdi>}
      end={
        <Tag page={page} status={STATUS[state]}>
          {page.t(`alliances.invitation.${state}`)}
        </Tag>
      }
    >
      <Say
        page={page}
        id="alliances.invited-when"
        with={{
          when: <Time page={page} value={invitedAt} as="date" />,
          until: <Time page={page} value={expiresAt} as="date" />,
        }}
      />{' '}
      <a class="ds-link" href={`${below}/${again ? 'invite' : 'admit'}?${query}`}>
        {page.t(again ? 'alliances.invite-again' : 'alliances.admit')}
      </a>
    </Row>
  );
}

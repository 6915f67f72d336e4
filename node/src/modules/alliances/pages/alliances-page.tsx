import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Details,
  EmptyState,
  LangTextView,
  Layout,
  PageHeading,
  Row,
  Rows,
  Seal,
  Time,
} from '../../../ui/index.ts';
import type { AllianceList } from '../read/list.ts';
import { nameOf } from './words.ts';

/** All alliances that this node hosts, belongs to, or reads of in the logs of its partners. */
export function AlliancesPage({ page, list }: { page: PageContext; list: AllianceList }) {
  const title = page.t('alliances.nav');
  const { seen, elsewhere } = list;
  return (
    <Layout
      page={page}
      title={title}
      description={page.t('alliances.nav-about')}
      door="partners"
      faces={seen.map(({ alliance }) => faceOf(page, alliance.host.node))}
    >
      <PageHeading lead={page.t('alliances.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        {seen.length + elsewhere.length === 0 ? (
          <EmptyState title={page.t('alliances.empty')}>{page.t('alliances.empty-text')}</EmptyState>
        ) : (
          <Rows>
            {seen.map(({ alliance, members, standing }) => (
              <Row
                level={2}
                mark={<Seal face={faceOf(page, alliance.host.node)} as="plain" />}
                title={<LangTextView page={page} text={alliance.latest.body.charter.title} />}
                href={alliance.path}
                end={page.t(`alliances.we.${standing}`)}
              >
                {page.t('alliances.members-count', { count: members })}{' '}
                {page.t('alliances.hosted-by', { who: nameOf(page, alliance.host.node) })}
              </Row>
            ))}
            {elsewhere.map(({ alliance, title: name, state, since }) => (
              <Row
                level={2}
                title={<LangTextView page={page} text={name} />}
                href={alliance}
                end={page.t(`alliances.member.${state}`)}
              >
                <bdi dir="ltr">{new URL(alliance).host}</bdi>
                {' · '}
                <Time page={page} value={since} as="date" />
                {' · '}
                {page.t('alliances.host-unread')}
              </Row>
            ))}
          </Rows>
        )}
        {page.may('kernel.alliances') && (
          <p>
            <a class="ds-link" href="/alliances/memberships/ours">
              {page.t('alliances.ours')}
            </a>
          </p>
        )}
        <Details summary={page.t('alliances.how')}>
          <p class="kn-text">{page.t('alliances.how-text')}</p>
        </Details>
      </div>
    </Layout>
  );
}

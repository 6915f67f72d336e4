import type { PageContext } from '../../../kernel/web/index.ts';
import {
  Details,
  EmptyState,
  LangTextView,
  Layout,
  PageHeading,
  Row,
  Rows,
  Time,
} from '../../../ui/index.ts';
import type { AllianceList } from '../read/alliances.ts';

/** All alliances that this node hosts or belongs to. */
export function AlliancesPage({ page, list }: { page: PageContext; list: AllianceList }) {
  const title = page.t('alliances.nav');
  const { hosted, joined } = list;
  return (
    <Layout page={page} title={title} door="partners">
      <PageHeading lead={page.t('alliances.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        {hosted.length + joined.length === 0 ? (
          <EmptyState title={page.t('alliances.empty')}>{page.t('alliances.empty-text')}</EmptyState>
        ) : (
          <Rows>
            {hosted.map(({ alliance, members }) => (
              <Row
                level={2}
                title={<LangTextView page={page} text={alliance.charter.title} />}
                href={`/alliances/${alliance.slug}`}
                end={page.t(`alliances.host.${alliance.state}`)}
              >
                {page.t('alliances.members-count', { count: members })}
              </Row>
            ))}
            {joined.map(({ alliance, title: name, state, since }) => (
              <Row
                level={2}
                title={<LangTextView page={page} text={name} />}
                href={alliance}
                end={page.t(`alliances.member.${state}`)}
              >
                <bdi dir="ltr">{new URL(alliance).host}</bdi>
                {' · '}
                <Time page={page} value={since} as="date" />
              </Row>
            ))}
          </Rows>
        )}
        <Details summary={page.t('alliances.how')}>
          <p class="kn-text">{page.t('alliances.how-text')}</p>
        </Details>
      </div>
    </Layout>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { Layout, PageHeading, Row, Rows } from '../../../ui/index.ts';

/** The way to what somebody with a role can do here. */
export function StaffPage({ page, waiting }: { page: PageContext; waiting: number }) {
  const title = page.t('staff.title');
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t('staff.lead')}>{title}</PageHeading>
      <Rows>
        {page.may('kernel.people') && (
          <Row title={page.t('staff.people.title')} href="/staff/people" level={2}>
            {page.t('staff.people.about')}
          </Row>
        )}
        <Row
          title={page.t('staff.approvals.title')}
          href="/staff/approvals"
          level={2}
          end={waiting > 0 ? page.t('staff.approvals.count', { number: waiting }) : undefined}
        >
          {page.t('staff.approvals.about')}
        </Row>
        {page.may('kernel.alliances') && (
          <Row title={page.t('staff.alliances.title')} href="/alliances/memberships/ours" level={2}>
            {page.t('staff.alliances.about')}
          </Row>
        )}
        {page.may('kernel.tokens') && (
          <Row title={page.t('staff.tokens.title')} href="/staff/tokens" level={2}>
            {page.t('staff.tokens.about')}
          </Row>
        )}
        {page.may('kernel.audit') && (
          <Row title={page.t('staff.audit.title')} href="/staff/audit" level={2}>
            {page.t('staff.audit.about')}
          </Row>
        )}
      </Rows>
    </Layout>
  );
}

/** The trail to a page below. */
export function staffCrumbs(page: PageContext, ...more: { label: string; href: string }[]) {
  return [{ label: page.t('staff.title'), href: '/staff' }, ...more];
}

import { LINK_MINUTES } from '../../../kernel/login/index.ts';
import type { PageContext } from '../../../kernel/web/index.ts';
import { Layout, PageHeading, Say } from '../../../ui/index.ts';

/** The same for every address: who asks does not learn whether it has an account. */
export function CheckMailPage({ page, address }: { page: PageContext; address: string }) {
  const title = page.t('session.mail.sent');
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading>{title}</PageHeading>
      <div class="kn-flow">
        <p class="kn-text">
          <Say
            page={page}
            id="session.mail.sent-text"
            args={{ minutes: LINK_MINUTES }}
            with={{ address: <bdi dir="ltr">{address}</bdi> }}
          />
        </p>
        <p class="kn-text">{page.t('session.mail.sent-not')}</p>
        {page.demo && <p class="kn-text kn-muted">{page.t('session.mail.demo')}</p>}
        <p>
          <a class="ds-link" href="/sign-in">
            {page.t('session.failure.again')}
          </a>
        </p>
      </div>
    </Layout>
  );
}

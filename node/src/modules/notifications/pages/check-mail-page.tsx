import type { PageContext } from '../../../kernel/web/page.ts';
import { Layout, PageHeading, Say } from '../../../ui/index.ts';
import { CONFIRM_HOURS } from '../vocabulary.ts';

/** A letter is on its way; nothing else goes to the address before its owner has answered. */
export function CheckMailPage({ page, address }: { page: PageContext; address: string }) {
  const title = page.t('notifications.sent.title');
  return (
    <Layout
      page={page}
      title={title}
      crumbs={[{ label: page.t('notifications.title'), href: '/notifications' }]}
      noindex
    >
      <PageHeading>{title}</PageHeading>
      <div class="kn-flow">
        <p class="kn-text">
          <Say
            page={page}
            id="notifications.sent.text"
            args={{ hours: CONFIRM_HOURS }}
            with={{ address: <bdi dir="ltr">{address}</bdi> }}
          />
        </p>
        {page.demo && <p class="kn-text kn-muted">{page.t('notifications.sent.demo')}</p>}
      </div>
    </Layout>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { Layout, PageHeading } from '../../../ui/index.ts';

/** After an account was erased. */
export function ErasedPage({ page }: { page: PageContext }) {
  const title = page.t('account.erased.title');
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t('account.erased.lead')}>{title}</PageHeading>
      <p>
        <a class="ds-link" href="/">
          {page.t('account.erased.home')}
        </a>
      </p>
    </Layout>
  );
}

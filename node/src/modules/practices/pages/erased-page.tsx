import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { Layout, PageHeading, ProvenanceLine } from '../../../ui/index.ts';

/** All that is left of an erased subject: that it was here, and the record that says so. */
export function ErasedPage({ page, provenance }: { page: PageContext; provenance: Provenance | null }) {
  const title = page.t('practices.state.erased');
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={[{ label: page.t('practices.nav'), href: '/practices' }]}
      noindex
    >
      <PageHeading lead={page.t('practices.state.erased-what')}>{title}</PageHeading>
      {provenance && <ProvenanceLine page={page} provenance={provenance} />}
    </Layout>
  );
}

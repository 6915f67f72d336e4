import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';
import type { DraftTitle } from '../draft.ts';
import { DraftTitleView } from './draft-title.tsx';

interface DraftDeletePageProps {
  page: PageContext;
  path: string;
  title: DraftTitle;
}

/** Before what was typed is gone for good. */
export function DraftDeletePage({ page, path, title }: DraftDeletePageProps) {
  const heading = page.t('practices.draft.delete-title');
  const crumbs = [
    { label: page.t('practices.nav'), href: '/practices' },
    { label: <DraftTitleView page={page} title={title} />, href: path },
  ];
  return (
    <Layout page={page} title={heading} door="shared-work" crumbs={crumbs} noindex>
      <PageHeading
        over={<DraftTitleView page={page} title={title} />}
        lead={page.t('practices.draft.delete-lead')}
      >
        {heading}
      </PageHeading>
      <Form page={page} action={`${path}/delete`}>
        <p class="kn-actions">
          <SubmitButton color="danger">{page.t('practices.draft.delete-button')}</SubmitButton>
          <a class="ds-link" href={path}>
            {page.t('practices.draft.keep')}
          </a>
        </p>
      </Form>
    </Layout>
  );
}

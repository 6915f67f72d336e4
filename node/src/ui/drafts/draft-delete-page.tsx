import type { PageContext } from '../../kernel/web/page.ts';
import { Form, SubmitButton } from '../form/form.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { type DraftFrame, DraftTitleView, draftCrumbs } from './draft-frame.tsx';

/** Before what was typed is gone for good. */
export function DraftDeletePage({ page, frame }: { page: PageContext; frame: DraftFrame }) {
  const heading = page.t('ui.draft.delete-title');
  const { door, path, title } = frame;
  return (
    <Layout page={page} title={heading} door={door} crumbs={draftCrumbs(page, frame, true)} noindex>
      <PageHeading over={<DraftTitleView page={page} title={title} />} lead={page.t('ui.draft.delete-lead')}>
        {heading}
      </PageHeading>
      <Form page={page} action={`${path}/delete`}>
        <p class="kn-actions">
          <SubmitButton color="danger">{page.t('ui.draft.delete-button')}</SubmitButton>
          <a class="ds-link" href={path}>
            {page.t('ui.draft.keep')}
          </a>
        </p>
      </Form>
    </Layout>
  );
}

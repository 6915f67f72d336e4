import type { PageContext } from '../../../kernel/web/index.ts';
import { Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';

/** The link was opened in another browser than the one that asked for it, or by a program that looks at letters. */
export function ConfirmMailPage({ page, action }: { page: PageContext; action: string }) {
  const title = page.t('session.mail.confirm');
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t('session.mail.confirm-lead')}>{title}</PageHeading>
      <Form page={page} action={action}>
        <SubmitButton>{page.t('session.mail.confirm-button')}</SubmitButton>
      </Form>
    </Layout>
  );
}

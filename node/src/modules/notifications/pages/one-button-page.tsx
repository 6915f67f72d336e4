import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';

interface OneButtonPageProps {
  page: PageContext;
  what: 'confirm' | 'confirmed' | 'stop' | 'stopped';
  /** Absent where it is done. */
  action?: string;
}

/** Where a link in a letter leads: one question with one button, then that it is done. */
export function OneButtonPage({ page, what, action }: OneButtonPageProps) {
  const title = page.t(`notifications.${what}.title`);
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t(`notifications.${what}.lead`, { who: page.self.name })}>{title}</PageHeading>
      {action === undefined ? (
        <p>
          <a class="ds-link" href="/notifications">
            {page.t('notifications.title')}
          </a>
        </p>
      ) : (
        <Form page={page} action={action}>
          <SubmitButton>{page.t(`notifications.${what}.button`)}</SubmitButton>
        </Form>
      )}
    </Layout>
  );
}

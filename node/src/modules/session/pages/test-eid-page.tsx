import type { MethodOf } from '../../../kernel/login/index.ts';
import type { PageContext } from '../../../kernel/web/index.ts';
import { Alert, ChoiceGroup, Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';
import { levelWords } from './words.ts';

interface TestEidPageProps {
  page: PageContext;
  method: MethodOf<'test-eid'>;
  to: string;
  error?: string;
}

/** The eID of the demo: everybody may be anybody, and the page says so. */
export function TestEidPage({ page, method, to, error }: TestEidPageProps) {
  const title = page.t('session.method.test-eid');
  const errors = error === undefined ? {} : { person: error };
  return (
    <Layout page={page} title={title} error={error !== undefined} noindex>
      <PageHeading>{title}</PageHeading>
      <div class="kn-flow">
        <Alert color="warning">{page.t('session.test-eid.warning')}</Alert>
        <p class="kn-text">{levelWords(page, method)}</p>
        <Form page={page} action="/login/test-eid">
          <ChoiceGroup
            page={page}
            name="person"
            label={page.t('session.test-eid.who')}
            choices={method.people.map(({ code, name }) => ({ value: code, label: name }))}
            values={[]}
            type="radio"
            errors={errors}
          />
          <input type="hidden" name="to" value={to} />
          <SubmitButton>{page.t('session.token-button')}</SubmitButton>
        </Form>
      </div>
    </Layout>
  );
}

import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChoiceGroup,
  CodeBlock,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  SubmitButton,
  TextField,
} from '../../../ui/index.ts';
import { staffCrumbs } from './staff-page.tsx';

function crumbs(page: PageContext) {
  return staffCrumbs(page, { label: page.t('staff.tokens.title'), href: '/staff/tokens' });
}

interface NewTokenPageProps {
  page: PageContext;
  /** What the maker may give. */
  permissions: readonly string[];
  typed?: TypedValues;
  errors?: FieldErrors;
}

/** A token for a program: what it may do, and how long. */
export function NewTokenPage({ page, permissions, typed = {}, errors = {} }: NewTokenPageProps) {
  const title = page.t('staff.tokens.make');
  return (
    <Layout page={page} title={title} crumbs={crumbs(page)} error={Object.keys(errors).length > 0} noindex>
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('staff.tokens.make-lead')}>{title}</PageHeading>
      <Form page={page} action="/staff/tokens/new">
        <TextField
          page={page}
          name="name"
          label={page.t('staff.tokens.name')}
          help={page.t('staff.tokens.name-help')}
          value={typed.name?.[0]}
          errors={errors}
          autocomplete="off"
        />
        <ChoiceGroup
          page={page}
          name="permission"
          type="checkbox"
          label={page.t('staff.tokens.permissions')}
          choices={permissions.map((permission) => ({ value: permission, label: permission }))}
          values={typed.permission ?? []}
          errors={errors}
        />
        <TextField
          page={page}
          name="days"
          type="number"
          inputmode="numeric"
          width="short"
          label={page.t('staff.tokens.days')}
          value={typed.days?.[0] ?? '90'}
          errors={errors}
        />
        <SubmitButton>{page.t('staff.tokens.make')}</SubmitButton>
      </Form>
    </Layout>
  );
}

/** A new token, the only time that it is shown. */
export function TokenMadePage({ page, name, token }: { page: PageContext; name: string; token: string }) {
  const title = page.t('staff.token-made.title', { name });
  return (
    <Layout page={page} title={title} crumbs={crumbs(page)} noindex>
      <PageHeading lead={page.t('staff.token-made.lead')}>{title}</PageHeading>
      <CodeBlock label={page.t('staff.token-made.label')}>{token}</CodeBlock>
      <p>
        <a class="ds-link" href="/staff/tokens">
          {page.t('staff.tokens.title')}
        </a>
      </p>
    </Layout>
  );
}

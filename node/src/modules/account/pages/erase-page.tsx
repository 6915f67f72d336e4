import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChoiceGroup,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  LogInAgain,
  PageHeading,
  SubmitButton,
} from '../../../ui/index.ts';

interface ErasePageProps {
  page: PageContext;
  guest: boolean;
  /** Whether the login is fresh enough. */
  fresh: boolean;
  errors?: FieldErrors;
}

/** What erasing an account takes away, what stays and why, and the button. */
export function ErasePage({ page, guest, fresh, errors = {} }: ErasePageProps) {
  const title = page.t('account.erase.title');
  const stays = ['log', 'pseudonyms', guest ? 'home' : 'identifier', 'staff'];
  return (
    <Layout
      page={page}
      title={title}
      crumbs={[{ label: page.t('account.title'), href: '/account' }]}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('account.erase.lead')}>{title}</PageHeading>
      <h2 class="ds-heading" data-size="sm">
        {page.t('account.erase.goes')}
      </h2>
      <ul class="ds-list kn-text">
        {['account', 'fields', 'partners', 'roles'].map((what) => (
          <li>{page.t(`account.erase.goes-${what}`)}</li>
        ))}
      </ul>
      <h2 class="ds-heading" data-size="sm">
        {page.t('account.erase.stays')}
      </h2>
      <ul class="ds-list kn-text">
        {stays.map((what) => (
          <li>{page.t(`account.erase.stays-${what}`)}</li>
        ))}
      </ul>
      <p class="kn-text">
        {page.t('account.erase.first')}{' '}
        <a class="ds-link" href="/account/data.json">
          {page.t('account.data.title')}
        </a>
      </p>
      {fresh ? (
        <Form page={page} action="/account/erase">
          <ChoiceGroup
            page={page}
            name="sure"
            type="checkbox"
            label={page.t('account.erase.confirm')}
            choices={[{ value: 'yes', label: page.t('account.erase.sure') }]}
            values={[]}
            errors={errors}
          />
          <SubmitButton color="danger">{page.t('account.erase.button')}</SubmitButton>
        </Form>
      ) : (
        <LogInAgain page={page} to="/account/erase" />
      )}
    </Layout>
  );
}

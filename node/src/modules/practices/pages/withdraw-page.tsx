import type { TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  type Crumb,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/index.ts';

interface WithdrawPageProps {
  page: PageContext;
  action: string;
  of: 'practice' | 'adoption';
  /** What must be typed to confirm. */
  name: string;
  crumbs: readonly Crumb[];
  typed: TypedValues;
  errors?: FieldErrors;
}

/** Taking back what was published: what it means, why, and the name typed. */
export function WithdrawPage({ page, action, of, name, crumbs, typed, errors = {} }: WithdrawPageProps) {
  const title = page.t(`practices.withdraw.${of}`, { title: name });
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={crumbs}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('practices.withdraw.lead')}>{title}</PageHeading>
      <ul class="ds-list kn-text">
        {['list', 'page', 'log', 'partners'].map((consequence) => (
          <li>{page.t(`practices.withdraw.means-${consequence}`)}</li>
        ))}
      </ul>
      <Form page={page} action={action}>
        <TextArea
          page={page}
          name="reason"
          label={page.t('practices.withdraw.reason')}
          help={page.t('practices.withdraw.reason-help')}
          value={value(typed, 'reason')}
          errors={errors}
          rows={3}
        />
        <TextField
          page={page}
          name="confirm"
          label={page.t('practices.withdraw.confirm')}
          help={<bdi>{name}</bdi>}
          value={value(typed, 'confirm')}
          errors={errors}
          autocomplete="off"
        />
        <p class="kn-text">{page.t('practices.withdraw.public')}</p>
        <SubmitButton color="danger">{page.t(`practices.withdraw.button-${of}`)}</SubmitButton>
      </Form>
    </Layout>
  );
}

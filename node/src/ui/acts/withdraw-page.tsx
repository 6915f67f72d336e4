import type { TypedValues } from '../../kernel/web/form.ts';
import { value } from '../../kernel/web/lang-form.ts';
import type { Door, PageContext } from '../../kernel/web/page.ts';
import { TextArea, TextField } from '../form/field.tsx';
import { ErrorSummary, type FieldErrors, Form, SubmitButton } from '../form/form.tsx';
import type { Crumb } from '../layout/breadcrumb.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';

interface WithdrawPageProps {
  page: PageContext;
  action: string;
  door: Door;
  title: string;
  /** What follows from it, sentence by sentence, beside what always does. */
  means?: readonly string[];
  instead?: { lead: string; reason: string };
  button: string;
  /** What must be typed to confirm. */
  name: string;
  crumbs: readonly Crumb[];
  typed: TypedValues;
  errors?: FieldErrors;
}

/** Taking back what was published: what it means, why, and the name typed. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { page, action, door, title, means = [], instead, button, name, crumbs, typed, errors = {} } = props;
  const always = instead === undefined ? ['list', 'page', 'log'] : ['log'];
  return (
    <Layout
      page={page}
      title={title}
      door={door}
      crumbs={crumbs}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={instead?.lead ?? page.t('ui.withdraw.lead')}>{title}</PageHeading>
      <ul class="ds-list kn-text">
        {always.map((consequence) => (
          <li>{page.t(`ui.withdraw.means-${consequence}`)}</li>
        ))}
        {means.map((consequence) => (
          <li>{consequence}</li>
        ))}
      </ul>
      <Form page={page} action={action}>
        <TextArea
          page={page}
          name="reason"
          label={instead?.reason ?? page.t('ui.withdraw.reason')}
          help={page.t('ui.withdraw.reason-help')}
          value={value(typed, 'reason')}
          errors={errors}
          rows={3}
        />
        <TextField
          page={page}
          name="confirm"
          label={page.t('ui.withdraw.confirm')}
          help={<bdi>{name}</bdi>}
          value={value(typed, 'confirm')}
          errors={errors}
          autocomplete="off"
        />
        <p class="kn-text">{page.t('ui.withdraw.public')}</p>
        <SubmitButton color="danger">{button}</SubmitButton>
      </Form>
    </Layout>
  );
}

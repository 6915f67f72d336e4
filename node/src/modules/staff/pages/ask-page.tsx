import type { DangerousActName } from '../../../kernel/approvals/index.ts';
import { PURPOSES } from '../../../kernel/keys/purposes.ts';
import type { FieldErrors, TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { staffCrumbs } from './staff-page.tsx';

interface AskPageProps {
  page: PageContext;
  act: DangerousActName;
  partners: readonly { host: string; name: string }[];
  fourEyes: boolean;
  typed: TypedValues;
  errors: FieldErrors;
}

/** One dangerous act: what it does, to what, and why it is to be done. */
export function AskPage(props: AskPageProps) {
  const { page, act, typed, errors, fourEyes } = props;
  const title = page.t(`staff.ask.${act}`);
  return (
    <Layout
      page={page}
      title={title}
      crumbs={staffCrumbs(page, { label: page.t('staff.approvals.title'), href: '/staff/approvals' })}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t(`staff.ask.about-${act}`)}>{title}</PageHeading>
      <Form page={page} action={`/staff/approvals/ask/${act}`}>
        <ActFields {...props} />
        <TextArea
          page={page}
          name="reason"
          label={page.t('staff.ask.reason')}
          help={page.t(act === 'key.rotate' ? 'staff.ask.reason-kept' : 'staff.ask.reason-public')}
          value={typed.reason?.[0]}
          errors={errors}
          rows={3}
        />
        {fourEyes && <p class="kn-text">{page.t('staff.ask.second')}</p>}
        <SubmitButton color="danger">{title}</SubmitButton>
      </Form>
    </Layout>
  );
}

function ActFields({ page, act, partners, typed, errors }: AskPageProps) {
  switch (act) {
    case 'partner.remove':
      return (
        <SelectField
          page={page}
          name="host"
          label={page.t('staff.ask.host')}
          choices={partners.map(({ host, name }) => ({ value: host, label: `${name} (${host})` }))}
          value={typed.host?.[0]}
          errors={errors}
        />
      );
    case 'key.rotate':
      return (
        <SelectField
          page={page}
          name="purpose"
          label={page.t('staff.ask.purpose')}
          choices={PURPOSES.map((purpose) => ({ value: purpose, label: purpose }))}
          value={typed.purpose?.[0]}
          errors={errors}
        />
      );
    case 'record.erase':
      return (
        <>
          <TextField
            page={page}
            name="jti"
            label={page.t('staff.ask.jti')}
            help={page.t('staff.ask.jti-help')}
            value={typed.jti?.[0]}
            errors={errors}
            autocomplete="off"
          />
          <SelectField
            page={page}
            name="why"
            label={page.t('staff.ask.why')}
            choices={['person-request', 'legal-order', 'mistake'].map((why) => ({
              value: why,
              label: page.t(`staff.ask.why-${why}`),
            }))}
            value={typed.why?.[0]}
            errors={errors}
          />
        </>
      );
  }
}

import { ROLES } from '../../../kernel/identity/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  ChoiceGroup,
  CodeBlock,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  Say,
  SubmitButton,
  TextField,
  Time,
} from '../../../ui/index.ts';
import { ResourceField } from './person-page.tsx';
import { staffCrumbs } from './staff-page.tsx';

function crumbs(page: PageContext) {
  return staffCrumbs(page, { label: page.t('staff.people.title'), href: '/staff/people' });
}

interface InvitePageProps {
  page: PageContext;
  /** Whether the node can send letters. */
  mails: boolean;
  typed?: TypedValues;
  errors?: FieldErrors;
}

/** Whom to invite, to which roles. */
export function InvitePage({ page, mails, typed = {}, errors = {} }: InvitePageProps) {
  const title = page.t('staff.invite.title');
  return (
    <Layout page={page} title={title} crumbs={crumbs(page)} error={Object.keys(errors).length > 0} noindex>
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={page.t('staff.invite.lead')}>{title}</PageHeading>
      <Form page={page} action="/staff/invite">
        <TextField
          page={page}
          name="invitee"
          label={page.t('staff.invite.invitee')}
          help={page.t('staff.invite.invitee-help')}
          value={typed.invitee?.[0]}
          errors={errors}
          autocomplete="off"
        />
        <ChoiceGroup
          page={page}
          name="role"
          type="checkbox"
          label={page.t('staff.roles')}
          choices={ROLES.map((role) => ({
            value: role,
            label: page.t(`role.${role}`),
            help: page.t(`staff.role-help.${role}`),
          }))}
          values={typed.role ?? []}
          errors={errors}
        />
        <ResourceField page={page} typed={typed} errors={errors} />
        {mails && (
          <TextField
            page={page}
            name="email"
            type="email"
            inputmode="email"
            label={page.t('staff.invite.email')}
            help={page.t('staff.invite.email-help')}
            value={typed.email?.[0]}
            errors={errors}
            autocomplete="off"
            optional
          />
        )}
        <SubmitButton>{page.t('staff.invite.button')}</SubmitButton>
      </Form>
    </Layout>
  );
}

interface InvitedPageProps {
  page: PageContext;
  invitee: string;
  link: string;
  expiresAt: Date;
  /** What became of the letter; null where none was wanted. */
  sent: 'sent' | 'failed' | null;
}

/** The link of an invitation, the only time that it is shown. */
export function InvitedPage({ page, invitee, link, expiresAt, sent }: InvitedPageProps) {
  const title = page.t('staff.invited.title', { who: invitee });
  return (
    <Layout page={page} title={title} crumbs={crumbs(page)} noindex>
      <PageHeading lead={page.t('staff.invited.lead')}>{title}</PageHeading>
      {sent !== null && (
        <Alert color={sent === 'sent' ? 'success' : 'warning'}>{page.t(`staff.invited.${sent}`)}</Alert>
      )}
      <CodeBlock label={page.t('staff.invited.link')}>{link}</CodeBlock>
      <p class="kn-text">
        <Say
          page={page}
          id="staff.invited.until"
          with={{ until: <Time page={page} value={expiresAt} as="date" /> }}
        />
      </p>
      <p>
        <a class="ds-link" href="/staff/people">
          {page.t('staff.people.title')}
        </a>
      </p>
    </Layout>
  );
}

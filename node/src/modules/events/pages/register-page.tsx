import type { TypedValues } from '../../../kernel/web/form.ts';
import { allValues, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  ChoiceGroup,
  ErrorSummary,
  type FieldErrors,
  Form,
  LangTextView,
  Layout,
  PageHeading,
  SubmitButton,
  TextField,
} from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';
import { KEPT_DAYS } from '../registration/personal-data.ts';
import { attendancesOf } from '../vocabulary.ts';
import { eventCrumbs } from './crumbs.ts';

interface RegisterPageProps {
  page: PageContext;
  item: EventItem;
  typed: TypedValues;
  errors?: FieldErrors;
  /** Just now: it is said what came of it. */
  done?: boolean;
}

/** Registering, or changing what one said; with what is kept, who sees it and for how long. */
export function RegisterPage({ page, item, typed, errors = {}, done = false }: RegisterPageProps) {
  const { event, registration, window } = item;
  const { body, path } = event;
  const ways = attendancesOf(body.mode);
  const title = page.t(registration === null ? 'events.register.title' : 'events.register.change-title');
  const open = window.state === 'open';
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={eventCrumbs(page, event)}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading over={<LangTextView page={page} text={body.title} />}>{title}</PageHeading>
      <div class="kn-flow">
        {registration !== null && <OwnState page={page} item={item} done={done} />}
        {open ? (
          <Form page={page} action={`${path}/register`}>
            <TextField
              page={page}
              name="name"
              label={page.t('events.register.name')}
              help={page.t('events.register.name-help')}
              value={value(typed, 'name')}
              errors={errors}
              autocomplete="name"
            />
            {ways.length > 1 ? (
              <ChoiceGroup
                page={page}
                type="radio"
                name="attendance"
                label={page.t('events.register.attendance')}
                choices={ways.map((way) => ({ value: way, label: page.t(`events.mode.${way}`) }))}
                values={allValues(typed, 'attendance')}
                errors={errors}
              />
            ) : (
              <input type="hidden" name="attendance" value={ways[0] ?? ''} />
            )}
            <TextField
              page={page}
              name="email"
              type="email"
              label={page.t('events.register.email')}
              help={page.t('events.register.email-help')}
              value={value(typed, 'email')}
              errors={errors}
              autocomplete="email"
              optional
            />
            <ChoiceGroup
              page={page}
              type="checkbox"
              name="remind"
              label={page.t('events.register.remind')}
              choices={(['day', 'hour'] as const).map((when) => ({
                value: when,
                label: page.t(`events.register.remind-${when}`),
              }))}
              values={allValues(typed, 'remind')}
              errors={errors}
              optional
            />
            <p class="kn-text">{page.t('events.register.private', { days: KEPT_DAYS })}</p>
            <SubmitButton>
              {page.t(registration === null ? 'events.register.button' : 'events.register.change-button')}
            </SubmitButton>
          </Form>
        ) : (
          <p class="kn-text">
            {page.t(`events.register.${window.state === 'not-yet' ? 'not-yet' : 'closed'}`)}
          </p>
        )}
        {registration !== null && (
          <Form page={page} action={`${path}/register/cancel`}>
            <h2 class="ds-heading" data-size="xs">
              {page.t('events.register.cancel-title')}
            </h2>
            <p class="kn-text">{page.t('events.register.cancel-text')}</p>
            <SubmitButton variant="secondary">{page.t('events.register.cancel-button')}</SubmitButton>
          </Form>
        )}
      </div>
    </Layout>
  );
}

function OwnState({ page, item: { registration }, done }: Pick<RegisterPageProps, 'page' | 'item' | 'done'>) {
  if (registration === null) return null;
  const { state, attendance, ahead } = registration;
  const words =
    state === 'in'
      ? page.t(`events.attend.you-are-in-${attendance}`)
      : page.t('events.attend.you-wait', { ahead });
  return (
    <Alert
      color={state === 'in' ? 'success' : 'info'}
      {...(done && { title: page.t('events.register.saved') })}
    >
      {words}
    </Alert>
  );
}

interface CancelledPageProps {
  page: PageContext;
  item: EventItem;
}

/** After a place was given up. */
export function CancelledPage({ page, item: { event } }: CancelledPageProps) {
  const title = page.t('events.register.cancelled');
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={eventCrumbs(page, event)} noindex>
      <PageHeading
        over={<LangTextView page={page} text={event.body.title} />}
        lead={page.t('events.register.cancelled-text')}
      >
        {title}
      </PageHeading>
      <p>
        <a class="ds-link" href={event.path}>
          {page.t('events.register.back')}
        </a>
      </p>
    </Layout>
  );
}

import { DOORS, type PageContext } from '../kernel/web/page.ts';
import { Details } from './details.tsx';
import { SearchBox } from './form/field.tsx';
import { Form, SubmitButton } from './form/form.tsx';
import { signInAddress } from './layout/address.ts';
import { Layout } from './layout/layout.tsx';

interface ErrorPageProps {
  page: PageContext;
  /** HTTP status of the answer. */
  status: number;
  /** What happened, and what to do, in the reader's language. */
  title: string;
  text: string;
  /** Who may do what was refused. */
  roles?: readonly string[];
  since?: Date | null;
  /** The form that failed, to be sent again; null where nothing was typed. */
  typed?: {
    action: string;
    fields: ReadonlyArray<readonly [name: string, value: string]>;
    shown: readonly string[];
  } | null;
}

/** What happened, what was kept, what to do; the request's id small at the end. */
export function ErrorPage({ page, status, title, text, roles = [], since, typed }: ErrorPageProps) {
  return (
    <Layout page={page} title={title} noindex>
      <div class="kn-flow kn-text">
        <h1 class="ds-heading" data-size="xl">
          {title}
        </h1>
        <p>{text}</p>
        {roles.length > 0 && <p>{page.t('ui.error.roles', { roles: page.format.list(roles) })}</p>}
        {since && <p>{page.t('ui.error.since', { when: page.format.when(since, page.now) })}</p>}
        {typed && <Typed page={page} typed={typed} />}
        {status === 401 && (
          <p>
            <a class="ds-button" href={signInAddress(page)}>
              {page.t('ui.top.log-in')}
            </a>
          </p>
        )}
        {status === 404 && <Elsewhere page={page} />}
        <p class="kn-small kn-muted">
          {page.t('ui.error.request')} <code dir="ltr">{page.requestId}</code>
        </p>
      </div>
    </Layout>
  );
}

function Typed({ page, typed }: { page: PageContext; typed: NonNullable<ErrorPageProps['typed']> }) {
  return (
    <>
      <p>{page.t('ui.error.typed-lead')}</p>
      <Details summary={page.t('ui.error.typed')}>
        <ul class="ds-list">
          {typed.shown.map((value) => (
            <li dir="auto">{value}</li>
          ))}
        </ul>
      </Details>
      <Form page={page} action={typed.action}>
        {typed.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <SubmitButton>{page.t('ui.error.send-again')}</SubmitButton>
      </Form>
    </>
  );
}

function Elsewhere({ page }: { page: PageContext }) {
  return (
    <>
      <SearchBox page={page} action="/search" label={page.t('ui.search.label')} />
      <p>{page.t('ui.error.doors')}</p>
      <ul class="ds-list">
        {DOORS.map((door) => (
          <li>
            <a class="ds-link" href={`/${door}`}>
              {page.t(`ui.door.${door}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

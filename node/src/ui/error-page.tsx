import { DOORS, type PageContext } from '../kernel/web/page.ts';
import { SearchBox } from './form/field.tsx';
import { Layout } from './layout/layout.tsx';

interface ErrorPageProps {
  page: PageContext;
  /** HTTP status of the answer. */
  status: number;
  /** What happened, where the error has a sentence of its own (`error.<code>`); else the usual words of the status. */
  message?: string | undefined;
  /** The permission that a 403 asks for. */
  permission?: string | undefined;
}

const WORDED = [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 421, 422, 429, 500, 503];

/** What happened, what was kept, what to do; the request's id small at the end. */
export function ErrorPage({ page, status, message, permission }: ErrorPageProps) {
  const known = WORDED.includes(status) ? status : status >= 500 ? 500 : 400;
  const title = page.t(`ui.error.${known}.title`);
  return (
    <Layout page={page} title={title} noindex>
      <div class="kn-flow kn-text">
        <h1 class="ds-heading" data-size="xl">
          {title}
        </h1>
        {message !== undefined && <p>{message}</p>}
        <p>{page.t(`ui.error.${known}.text`)}</p>
        {status === 403 && permission !== undefined && (
          <p>
            {page.t('ui.error.permission')} <code dir="ltr">{permission}</code>
          </p>
        )}
        {status === 401 && (
          <p>
            <a class="ds-button" href="/sign-in">
              {page.t('ui.top.log-in')}
            </a>
          </p>
        )}
        {status === 404 && (
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
        )}
        <p class="kn-small kn-muted">
          {page.t('ui.error.request')} <code dir="ltr">{page.requestId}</code>
        </p>
      </div>
    </Layout>
  );
}

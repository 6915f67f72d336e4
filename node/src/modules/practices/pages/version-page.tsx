import type { Child } from 'hono/jsx';
import type { Version } from '../../../kernel/log/history.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Layout, PageHeading, Say, Time } from '../../../ui/index.ts';
import { type HistorySubject, historyCrumbs } from './history-page.tsx';

interface VersionPageProps {
  page: PageContext;
  subject: HistorySubject;
  version: Version<unknown>;
  children: Child;
}

/** One version as it read then. */
export function VersionPage({ page, subject, version, children }: VersionPageProps) {
  const { number, jti, signedAt } = version;
  const title = page.t('practices.history.number', { number });
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={historyCrumbs(page, subject, true)} noindex>
      <PageHeading
        over={<LangTextView page={page} text={subject.title} />}
        lead={
          <Say
            page={page}
            id={number === subject.version ? 'practices.history.is-latest' : 'practices.history.is-old'}
            with={{
              date: <Time page={page} value={signedAt} as="date" />,
              latest: (
                <a class="ds-link" href={subject.path}>
                  {page.t('practices.history.latest')}
                </a>
              ),
            }}
          />
        }
      >
        {title}
      </PageHeading>
      <p class="kn-inline">
        <a class="ds-link" href={`/records/${jti}`}>
          {page.t('ui.receipt.record')}
        </a>
        {number > 1 && (
          <a class="ds-link" href={`${subject.path}/history/${number}/changes`}>
            {page.t('practices.history.changes')}
          </a>
        )}
      </p>
      <div class="kn-flow kn-section">
        {version.body === null ? <p>{page.t('practices.history.erased')}</p> : children}
      </div>
    </Layout>
  );
}

import type { Child } from 'hono/jsx';
import type { Version } from '../../kernel/log/history.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { LangTextView } from '../lang-text.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Say } from '../say.tsx';
import { Time } from '../time.tsx';
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
  const title = page.t('ui.history.number', { number });
  return (
    <Layout page={page} title={title} door={subject.door} crumbs={historyCrumbs(page, subject, true)} noindex>
      <PageHeading
        over={<LangTextView page={page} text={subject.title} />}
        lead={
          <Say
            page={page}
            id={number === subject.version ? 'ui.history.is-latest' : 'ui.history.is-old'}
            with={{
              date: <Time page={page} value={signedAt} as="date" />,
              latest: (
                <a class="ds-link" href={subject.path}>
                  {page.t('ui.history.latest')}
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
            {page.t('ui.history.changes')}
          </a>
        )}
      </p>
      <div class="kn-flow kn-section">
        {version.body === null ? <p>{page.t('ui.history.erased')}</p> : children}
      </div>
    </Layout>
  );
}

import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Version } from '../../../kernel/log/history.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { type Crumb, LangTextView, Layout, PageHeading } from '../../../ui/index.ts';
import { VersionList } from './history-panel.tsx';

interface HistoryPageProps {
  page: PageContext;
  subject: HistorySubject;
  versions: ReadonlyArray<Version<{ note?: LangText | undefined }>>;
}

/** What a history is about. */
export interface HistorySubject {
  title: LangText;
  path: string;
  /** Number of the latest version. */
  version: number;
}

/** All versions, as the entries of the log tell them. */
export function HistoryPage({ page, subject, versions }: HistoryPageProps) {
  const title = page.t('practices.history.title');
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={historyCrumbs(page, subject)} noindex>
      <PageHeading
        over={<LangTextView page={page} text={subject.title} />}
        lead={page.t('practices.history.lead')}
      >
        {title}
      </PageHeading>
      <VersionList page={page} path={subject.path} versions={versions} total={subject.version} />
    </Layout>
  );
}

export function historyCrumbs(page: PageContext, { title, path }: HistorySubject, below = false): Crumb[] {
  return [
    { label: page.t('practices.nav'), href: '/practices' },
    { label: <LangTextView page={page} text={title} />, href: path },
    ...(below ? [{ label: page.t('practices.history.title'), href: `${path}/history` }] : []),
  ];
}

import type { LangText } from '../../kernel/i18n/locale.ts';
import type { Version } from '../../kernel/log/history.ts';
import type { Door, PageContext } from '../../kernel/web/page.ts';
import { LangTextView } from '../lang-text.tsx';
import type { Crumb } from '../layout/breadcrumb.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { VersionList } from './version-list.tsx';

interface HistoryPageProps {
  page: PageContext;
  subject: HistorySubject;
  versions: ReadonlyArray<Version<object>>;
}

/** What a history is about. */
export interface HistorySubject {
  title: LangText;
  path: string;
  /** Number of the latest version. */
  version: number;
  door: Door;
  /** What stands above it in the way back to the door. */
  above: readonly Crumb[];
  /** Name of a field for people. */
  label(field: string): string;
  /** What stands in a field that has no language, in the reader's words. */
  word?(field: string, text: string): string;
}

/** All versions, as the entries of the log tell them. */
export function HistoryPage({ page, subject, versions }: HistoryPageProps) {
  const title = page.t('ui.history.title');
  return (
    <Layout page={page} title={title} door={subject.door} crumbs={historyCrumbs(page, subject)} noindex>
      <PageHeading over={<LangTextView page={page} text={subject.title} />} lead={page.t('ui.history.lead')}>
        {title}
      </PageHeading>
      <VersionList page={page} path={subject.path} versions={versions} total={subject.version} />
    </Layout>
  );
}

export function historyCrumbs(
  page: PageContext,
  { title, path, above }: HistorySubject,
  below = false,
): Crumb[] {
  return [
    ...above,
    { label: <LangTextView page={page} text={title} />, href: path },
    ...(below ? [{ label: page.t('ui.history.title'), href: `${path}/history` }] : []),
  ];
}

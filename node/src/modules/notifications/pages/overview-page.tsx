import type { Notice } from '../../../kernel/notices/index.ts';
import type { FieldErrors, TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, ErrorSummary, Layout, PageHeading } from '../../../ui/index.ts';
import type { FollowedThing } from '../followed.ts';
import type { Choices, Reader } from '../read.ts';
import { FollowMore } from './follow-more.tsx';
import { FollowedList } from './followed-list.tsx';
import { HowToHear } from './how-to-hear.tsx';
import { NewsRows } from './news-rows.tsx';

export interface OverviewView {
  followed: readonly FollowedThing[];
  reader: Reader | null;
  news: readonly Notice[];
  choices: Choices;
  names: ReadonlyMap<string, string>;
  /** Address of the personal feed without its ending; null before there is one. */
  feed: string | null;
  /** Whether this node can send letters at all. */
  letters: boolean;
}

export interface Typed {
  typed: TypedValues;
  errors: FieldErrors;
}

/** What a person follows, what is new of it, and how they hear of it. */
export function OverviewPage({
  page,
  view,
  typed = {},
  errors = {},
}: { page: PageContext; view: OverviewView } & Partial<Typed>) {
  const { t } = page;
  const title = t('notifications.title');
  return (
    <Layout
      page={page}
      title={title}
      crumbs={[{ label: t('notifications.account'), href: '/account' }]}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={t('notifications.lead')}>{title}</PageHeading>
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          {view.followed.length === 0 ? (
            <EmptyState title={t('notifications.none')}>{t('notifications.none-text')}</EmptyState>
          ) : (
            <>
              <h2 class="ds-heading" data-size="sm">
                {t('notifications.news.lately')}
              </h2>
              {view.news.length === 0 ? (
                <p class="kn-text kn-muted">{t('notifications.news.none')}</p>
              ) : (
                <NewsRows page={page} news={view.news} names={view.names} />
              )}
              <FollowedList page={page} followed={view.followed} />
            </>
          )}
          <FollowMore page={page} view={view} />
        </div>
        <aside class="kn-aside" aria-label={t('notifications.hear.title')}>
          <HowToHear page={page} view={view} typed={typed} errors={errors} />
        </aside>
      </div>
    </Layout>
  );
}

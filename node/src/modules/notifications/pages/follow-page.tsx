import type { Notice } from '../../../kernel/notices/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Layout, PageHeading, Panel, SubmitButton } from '../../../ui/index.ts';
import { type FollowedThing, queryOf } from '../followed.ts';
import { NewsRows } from './news-rows.tsx';
import { thingName } from './thing-name.ts';

interface FollowPageProps {
  page: PageContext;
  thing: FollowedThing;
  news: readonly Notice[];
  names: ReadonlyMap<string, string>;
  person: 'nobody' | 'may-follow' | 'follows';
}

/** What one hears of when following this, and the ways to. */
export function FollowPage({ page, thing, news, names, person }: FollowPageProps) {
  const { t } = page;
  const name = thingName(page, thing);
  const title = t('notifications.new.title', { what: name });
  const query = queryOf(thing);
  return (
    <Layout
      page={page}
      title={title}
      crumbs={thing.path === null ? [] : [{ label: <bdi>{name}</bdi>, href: thing.path }]}
      noindex
    >
      <PageHeading lead={t(`notifications.new.lead-${thing.sort}`)}>{title}</PageHeading>
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <FollowForm page={page} thing={thing} person={person} query={query} />
          <h2 class="ds-heading" data-size="sm">
            {t('notifications.news.lately')}
          </h2>
          {news.length === 0 ? (
            <p class="kn-text kn-muted">{t('notifications.news.none')}</p>
          ) : (
            <NewsRows page={page} news={news} names={names} />
          )}
        </div>
        <aside class="kn-aside" aria-label={t('notifications.new.feed')}>
          <Panel title={t('notifications.new.feed')}>
            <p>{t('notifications.new.feed-text')}</p>
            <p class="kn-actions">
              {['atom', 'rss'].map((format) => (
                <a class="ds-link" href={`/notifications/feed.${format}?${query}&lang=${page.locale}`}>
                  {t(`notifications.new.${format}`)}
                </a>
              ))}
            </p>
          </Panel>
        </aside>
      </div>
    </Layout>
  );
}

function FollowForm({
  page,
  thing,
  person,
  query,
}: Pick<FollowPageProps, 'page' | 'thing' | 'person'> & { query: string }) {
  const { t } = page;
  if (person === 'nobody') {
    const to = encodeURIComponent(`/notifications/new?${query}`);
    return (
      <>
        <p class="kn-text">{t('notifications.new.log-in-text')}</p>
        <p>
          <a class="ds-button" href={`/sign-in?to=${to}`}>
            {t('notifications.new.log-in')}
          </a>
        </p>
      </>
    );
  }
  const follows = person === 'follows';
  return (
    <>
      <p class="kn-text">{t(follows ? 'notifications.new.follows' : 'notifications.new.private')}</p>
      <Form page={page} action={follows ? '/notifications/unfollow' : '/notifications/follow'}>
        <input type="hidden" name={thing.sort} value={thing.value} />
        <SubmitButton variant={follows ? 'secondary' : 'primary'}>
          {t(follows ? 'notifications.unfollow' : 'notifications.new.button')}
        </SubmitButton>
      </Form>
      {follows && (
        <p>
          <a class="ds-link" href="/notifications">
            {t('notifications.title')}
          </a>
        </p>
      )}
    </>
  );
}

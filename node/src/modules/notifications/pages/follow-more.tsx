import { topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { queryOf } from '../followed.ts';
import type { OverviewView } from './overview-page.tsx';

/** Topics and countries that are not followed yet; single things are followed on their own pages. */
export function FollowMore({ page, view: { choices, followed } }: { page: PageContext; view: OverviewView }) {
  const has = new Set(followed.map(({ value }) => value));
  const topics = choices.topics
    .filter((topic) => !has.has(topic))
    .map((topic) => ({ query: queryOf({ sort: 'topic', value: topic }), name: topicWord(page.t, topic) }));
  const nodes = choices.nodes
    .filter(({ node }) => !has.has(node))
    .map(({ node, name }) => ({ query: queryOf({ sort: 'node', value: node }), name }));
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('notifications.more.title')}
      </h2>
      <p class="kn-text">{page.t('notifications.more.text')}</p>
      <Links title={page.t('notifications.more.topics')} links={topics} />
      <Links title={page.t('notifications.more.countries')} links={nodes} />
    </>
  );
}

function Links({ title, links }: { title: string; links: ReadonlyArray<{ query: string; name: string }> }) {
  if (links.length === 0) return null;
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {title}
      </h3>
      <ul class="kn-list kn-inline">
        {links.map(({ query, name }) => (
          <li>
            <a class="ds-link" href={`/notifications/new?${query}`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

import { pickText } from '../i18n/locale.ts';
import { type Feed, type FeedItem, nameOf, updatedAt } from './feed.ts';
import { element, text } from './xml.ts';

/** The feed as Atom (RFC 4287). Entries of partners say where they come from (`source`, 4.2.11). */
export function atomFeed(feed: Feed): string {
  const { node, name, title, subtitle, locale, page, self } = feed;
  const content = [
    element('id', {}, text(node + feed.listAt(node))),
    element('title', {}, text(title)),
    element('subtitle', {}, text(subtitle)),
    element('updated', {}, updatedAt(feed).toISOString()),
    element('link', { rel: 'self', type: 'application/atom+xml', href: node + self }),
    element('link', { rel: 'alternate', type: 'text/html', href: node + page }),
    element('author', {}, element('name', {}, text(name)), element('uri', {}, text(node))),
    ...feed.items.map((item) => entry(feed, item)),
  ];
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
    `\n${content.join('\n')}\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

function entry(feed: Feed, item: FeedItem): string {
  const title = pickText(item.title, feed.locale);
  const summary = pickText(item.summary, feed.locale);
  const origin = nameOf(feed, item.node);
  return element(
    'entry',
    {},
    element('id', {}, text(item.sub)),
    element('title', { 'xml:lang': title.lang }, text(title.text)),
    element('updated', {}, item.updatedAt.toISOString()),
    element('published', {}, item.publishedAt.toISOString()),
    element('author', {}, element('name', {}, text(origin)), element('uri', {}, text(item.node))),
    element('link', { rel: 'alternate', type: 'text/html', href: feed.node + item.path }),
    element('link', { rel: 'alternate', type: 'application/json', href: `${feed.node}${item.path}.json` }),
    ...(item.own ? [] : [element('link', { rel: 'via', href: item.sub })]),
    ...item.categories.map(({ code, label, uri }) => element('category', { term: uri ?? code, label })),
    element('summary', { 'xml:lang': summary.lang }, text(summary.text)),
    ...(item.own ? [] : [source(feed, item, origin)]),
  );
}

function source({ listAt }: Feed, item: FeedItem, origin: string): string {
  const list = item.node + listAt(item.node);
  return element(
    'source',
    {},
    element('id', {}, text(list)),
    element('title', {}, text(origin)),
    element('updated', {}, item.updatedAt.toISOString()),
    element('link', { rel: 'self', type: 'application/atom+xml', href: `${list}/feed.atom` }),
  );
}

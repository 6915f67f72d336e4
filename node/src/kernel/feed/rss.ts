import { pickText } from '../i18n/locale.ts';
import { type Feed, type FeedItem, nameOf, updatedAt } from './feed.ts';
import { element, text } from './xml.ts';

/** The feed as RSS 2.0, for readers that know no Atom. The origin of an item is its `source` and `dc:creator`. */
export function rssFeed(feed: Feed): string {
  const { node, title, subtitle, locale, page, self } = feed;
  const channel = [
    element('title', {}, text(title)),
    element('link', {}, text(node + page)),
    element('description', {}, text(subtitle)),
    element('language', {}, text(locale)),
    element('lastBuildDate', {}, updatedAt(feed).toUTCString()),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: node + self }),
    ...feed.items.map((one) => item(feed, one)),
  ];
  const namespaces = {
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  const root = element('rss', namespaces, `\n${element('channel', {}, `\n${channel.join('\n')}\n`)}\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

function item(feed: Feed, row: FeedItem): string {
  const title = pickText(row.title, feed.locale);
  const origin = nameOf(feed, row.node);
  return element(
    'item',
    {},
    element('title', {}, text(title.text)),
    element('link', {}, text(feed.node + row.path)),
    element('guid', { isPermaLink: String(row.own) }, text(row.sub)),
    element('pubDate', {}, row.publishedAt.toUTCString()),
    element('description', {}, text(pickText(row.summary, feed.locale).text)),
    ...row.categories.map(({ label, uri }) => element('category', { domain: uri }, text(label))),
    element('source', { url: `${row.node}${feed.listAt(row.node)}/feed.rss` }, text(origin)),
    element('dc:creator', {}, text(origin)),
    element('dc:language', {}, text(title.lang)),
  );
}

/**
 * Feeds of a list as Atom and RSS, at `<list>/feed.atom` and `<list>/feed.rss`, narrowed as the list is; `?lang=` chooses
 * the language.
 *
 * @example
 * feedRoutes(kernel, { list: '/practices', async read(c) { return { title, subtitle, parameters, items }; } })
 */
export type { FeedItem } from './feed.ts';
export { FEED_ITEMS, feedLinks, feedRoutes } from './routes.ts';

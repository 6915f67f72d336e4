import type { LangText } from '../i18n/locale.ts';

/** One thing in a feed: something of this node, or of a partner as it is shown here. */
export interface FeedItem {
  /** Its address at its origin, and the path at which it is shown here. */
  sub: string;
  path: string;
  node: string;
  own: boolean;
  title: LangText;
  summary: LangText;
  publishedAt: Date;
  updatedAt: Date;
  categories: ReadonlyArray<{ code: string; label: string; uri?: string | undefined }>;
}

/** What a feed is made of, whatever its format. */
export interface Feed {
  /** Origin of this node, and its name. */
  node: string;
  name: string;
  title: string;
  subtitle: string;
  /** Language of the reader: titles and summaries come in it where they can. */
  locale: string;
  /** Path of the list at a node; its feeds are below it. */
  listAt(node: string): string;
  /** Path and query of the list that this is the feed of, and of the feed itself. */
  page: string;
  self: string;
  /** Names of the nodes that things come from, by origin URL. */
  names: ReadonlyMap<string, string>;
  items: readonly FeedItem[];
  /** When nothing has been published yet. */
  now: Date;
}

export function updatedAt({ items, now }: Feed): Date {
  return items.length === 0 ? now : new Date(Math.max(...items.map((item) => item.updatedAt.getTime())));
}

export function nameOf({ names }: Feed, node: string): string {
  return names.get(node) ?? new URL(node).host;
}

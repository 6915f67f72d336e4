import type { PracticeRow } from '../read.ts';

/** What a feed is made of, whatever its format. */
export interface Feed {
  /** Origin of this node, and its name. */
  node: string;
  name: string;
  title: string;
  subtitle: string;
  /** Language of the reader: titles and summaries come in it where they can. */
  locale: string;
  /** Path and query of the list that this is the feed of, and of the feed itself. */
  page: string;
  self: string;
  /** Names of the nodes that things come from, by origin URL. */
  names: ReadonlyMap<string, string>;
  /** Name of a topic in the reader's language. */
  topic(code: string): string;
  items: readonly PracticeRow[];
  /** When nothing has been published yet. */
  now: Date;
}

export function updatedAt({ items, now }: Feed): Date {
  return items.length === 0 ? now : new Date(Math.max(...items.map((item) => item.updatedAt.getTime())));
}

export function nameOf({ names }: Feed, node: string): string {
  return names.get(node) ?? new URL(node).host;
}

import type { Kernel } from '../../kernel/kernel.ts';
import { loadNews, type NewsItem } from '../../kernel/log/news.ts';
import { loadWitnessing, type Witnessing } from '../../kernel/log/witnessing.ts';

const NEWS = 4;

export interface Home {
  ours: readonly NewsItem[];
  theirs: readonly NewsItem[];
  /** Entries of each node's log, by the node's origin URL. */
  sizes: ReadonlyMap<string, number>;
  witnessing: readonly Witnessing[];
  /** When the last alarm was raised; null: never. */
  lastAlarm: Date | null;
}

export async function loadHome(kernel: Kernel): Promise<Home> {
  const [ours, theirs, logs, witnessing, alarm] = await Promise.all([
    loadNews(kernel, 'us', NEWS),
    loadNews(kernel, 'partners', NEWS),
    kernel.db.selectFrom('log').select(['node', 'size']).where('retired_at', 'is', null).execute(),
    loadWitnessing(kernel),
    kernel.db
      .selectFrom('alert')
      .select('raised_at')
      .orderBy('raised_at', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  const sizes = new Map(logs.map((log) => [log.node, log.size]));
  return { ours, theirs, sizes, witnessing, lastAlarm: alarm?.raised_at ?? null };
}

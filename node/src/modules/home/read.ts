import type { Kernel } from '../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../kernel/log/keep-while-unchanged.ts';
import { loadNews, type NewsItem } from '../../kernel/log/news.ts';
import { readShownLogs } from '../../kernel/log/shown-logs.ts';
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

const kept = keepWhileUnchanged<NewsItem[]>(1000);

/** What everybody is shown first is read once for all who ask in the same second. */
export async function loadHome(kernel: Kernel): Promise<Home> {
  const shown = await readShownLogs(kernel.db);
  const news = (from: 'us' | 'partners') => kept(kernel, shown, from, () => loadNews(kernel, from, NEWS));
  const [ours, theirs, logs, witnessing, alarm] = await Promise.all([
    news('us'),
    news('partners'),
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

import type { Kernel } from '../../../kernel/kernel.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';

/** How much of one part a partner shares: practices, datasets, … */
export interface Shared {
  module: string;
  count: number;
}

/** Live subjects of the partner by module; the kernel's own acts are no shared work. */
export async function loadShared({ db }: Kernel, { log }: Partner): Promise<Shared[]> {
  const rows = await db
    .selectFrom('subject')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
    .where('log', '=', log)
    .where('state', '=', 'live')
    .where('kind', 'not like', 'kernel/%')
    .groupBy('kind')
    .execute();
  const counts = new Map<string, number>();
  for (const { kind, count } of rows) {
    const [module = kind] = kind.split('/', 1);
    counts.set(module, (counts.get(module) ?? 0) + Number(count));
  }
  return [...counts].map(([module, count]) => ({ module, count })).sort((a, b) => b.count - a.count);
}

import type { Kernel } from '../../kernel/kernel.ts';

/** The newest record of our log that has its place, to try the check with. */
export interface Example {
  jti: string;
  index: number;
}

export async function loadExample({ db, ownLog }: Kernel): Promise<Example | null> {
  const entry = await db
    .selectFrom('entry as e')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select(['e.jti', 'e.index'])
    .where('e.log', '=', ownLog)
    .whereRef('e.index', '<', 'l.note_size')
    .orderBy('e.index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry === undefined || entry.jti === null ? null : { jti: entry.jti, index: entry.index };
}

import type { Kernel } from '../kernel.ts';

/** A record of our own, as far as its receipt needs to know it. */
export interface OwnAct {
  jti: string;
  kind: string;
  sub: string;
  prev: string | null;
}

/** A record of ours by its id, whether it has its place in the log or still waits for it. */
export async function readOwnAct(
  { db, ownLog }: Pick<Kernel, 'db' | 'ownLog'>,
  jti: string,
): Promise<OwnAct | null> {
  const row = await db
    .selectFrom('pending')
    .select(['jti', 'kind', 'sub', 'prev'])
    .where('jti', '=', jti)
    .unionAll(
      db
        .selectFrom('entry')
        .select(['jti', 'kind', 'sub', 'prev'])
        .$narrowType<{ jti: string; kind: string; sub: string }>()
        .where('jti', '=', jti)
        .where('log', '=', ownLog),
    )
    .executeTakeFirst();
  return row ?? null;
}

import { PIN_OVERLAP, type TrustMarkEntry } from '@koinon/trust';
import type { Db } from '../database/tables.ts';

/** The alliances that this node names as its superiors; one that has moved for as long as it stays pinned. */
export async function readAuthorityHints(db: Db, now: Date): Promise<string[]> {
  const moved = new Date(now.getTime() - PIN_OVERLAP * 1000);
  const rows = await db
    .selectFrom('membership')
    .select('alliance')
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['joined', 'member']),
        eb.and([eb('state', '=', 'moved'), eb('changed_at', '>', moved)]),
      ]),
    )
    .orderBy('alliance')
    .execute();
  return rows.map(({ alliance }) => alliance);
}

/** Trust marks that this node shows. */
export async function readOwnMarks(db: Db, now: Date): Promise<TrustMarkEntry[]> {
  const rows = await db
    .selectFrom('own_mark')
    .select(['type', 'jws'])
    .where('expires_at', '>', now)
    .orderBy('type')
    .execute();
  return rows.map(({ type, jws }) => ({ trust_mark_type: type, trust_mark: jws }));
}

import type { Kernel } from '../../../kernel/kernel.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';

const SHOWN = 20;

/** Records of a partner that we keep as evidence but do not vouch for. */
export interface RefusedRecords {
  count: number;
  /** The newest; an entry that is no record at all has no id. */
  newest: ReadonlyArray<{ index: number; jti: string | null; flag: string; at: Date }>;
}

export async function loadRefused({ db }: Kernel, { log }: Partner): Promise<RefusedRecords> {
  const flagged = db.selectFrom('entry').where('log', '=', log).where('flag', 'is not', null);
  const [{ count }, rows] = await Promise.all([
    flagged.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    flagged.select(['index', 'jti', 'flag', 'checked_at']).orderBy('index', 'desc').limit(SHOWN).execute(),
  ]);
  const newest = rows.flatMap(({ index, jti, flag, checked_at }) =>
    flag === null ? [] : [{ index, jti, flag, at: checked_at }],
  );
  return { count: Number(count), newest };
}

import type { Kernel } from '../../../kernel/kernel.ts';
import { readBody, readRecord } from '../../../kernel/log/headline.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';

/** How we came to trust a partner: the records that show it. */
export interface TrustSteps {
  /** Entry 0 of its log, in which it states its keys. */
  keys: { jti: string; at: Date } | null;
  /** Our record that made it a partner. */
  added: { jti: string; index: number } | null;
}

export async function loadTrustSteps({ db }: Kernel, partner: Partner): Promise<TrustSteps> {
  const [first, added] = await Promise.all([
    db
      .selectFrom('entry')
      .select(['jti', 'iat'])
      .where('log', '=', partner.log)
      .where('index', '=', 0)
      .executeTakeFirst(),
    findAdded(db, partner),
  ]);
  const keys =
    first === undefined || first.jti === null
      ? null
      : { jti: first.jti, at: new Date((first.iat ?? 0) * 1000) };
  return { keys, added };
}

/** The latest of our partner records that is about this node. */
async function findAdded(db: Kernel['db'], partner: Partner): Promise<TrustSteps['added']> {
  const rows = await db
    .selectFrom('subject as s')
    .innerJoin('log as l', (join) => join.onRef('l.id', '=', 's.log').on('l.role', '=', 'own'))
    .innerJoin('entry as e', (join) => join.onRef('e.log', '=', 's.log').onRef('e.sub', '=', 's.sub'))
    .select(['e.jti', 'e.index', 'e.body', 'e.sub'])
    .where('s.kind', '=', 'kernel/partner@1')
    .where('e.kind', '=', 'kernel/partner@1')
    .orderBy('e.index', 'desc')
    .execute();
  const found = rows.find((row) => row.jti !== null && isAbout(row.body, partner));
  return found?.jti == null ? null : { jti: found.jti, index: found.index };
}

function isAbout(jws: string, partner: Partner): boolean {
  const record = readRecord(jws);
  return record?.sub.endsWith(`/partners/${partner.host}`) || readBody(jws)?.node === partner.node;
}

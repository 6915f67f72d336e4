import type { Tx } from '../../../kernel/database/tables.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { practicesDb } from '../schema.ts';

/** @throws NotFound, WithdrawnSubject */
export async function requireLive(
  tx: Tx,
  log: number,
  table: 'practices_practice' | 'practices_adoption',
  id: string,
): Promise<void> {
  const row = await practicesDb(tx)
    .selectFrom(table)
    .select('state')
    .where('log', '=', log)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('subject');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
}

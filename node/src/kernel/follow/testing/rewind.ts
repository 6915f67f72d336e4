import { CompactRange, concat } from '@koinon/transparency-log';
import type { Database } from '../../database/database.ts';
import { growRange, moveHead } from '../../log/tile-growth.ts';

/** Puts a log back to what it was at `size`, as an old backup would: entries, tiles, subjects, head and note. */
export async function rewind(database: Database, log: number, size: number): Promise<void> {
  await database.transaction(async (tx) => {
    const lost = await tx
      .deleteFrom('entry')
      .where('log', '=', log)
      .where('index', '>=', size)
      .returning('jti')
      .execute();
    const jtis = lost.flatMap(({ jti }) => (jti === null ? [] : [jti]));
    await tx.deleteFrom('subject').where('log', '=', log).where('latest', 'in', jtis).execute();
    await tx.deleteFrom('cosignature').where('log', '=', log).where('size', '>', size).execute();
    await tx.deleteFrom('tile').where('log', '=', log).execute();
    const leaves = await tx
      .selectFrom('entry')
      .select('leaf')
      .where('log', '=', log)
      .orderBy('index')
      .execute();
    await tx
      .updateTable('log')
      .set({ size: 0, note: null, note_size: 0, note_at: null, cosigned_note: null, cosigned_size: 0 })
      .where('id', '=', log)
      .execute();
    const range = new CompactRange();
    const tiles = growRange(range, concat(...leaves.map(({ leaf }) => Uint8Array.from(leaf))));
    await moveHead(tx, log, 0, range, tiles);
  });
}

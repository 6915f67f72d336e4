import type { Kernel } from '../../../kernel/kernel.ts';
import type { ShownLogs } from '../../../kernel/log/shown-logs.ts';
import type { Commitment } from '../commitment.ts';
import type { CommitmentFilter } from '../filter.ts';
import { commitmentsDb } from '../schema.ts';
import { type CommitmentRow, listCommitments } from './list.ts';

export type WholeCommitment = CommitmentRow & { body: Commitment };

const BATCH = 500;

/** Every commitment that fits a filter with all that was signed, batch by batch, in the order of the list. */
export async function* allCommitments(
  kernel: Pick<Kernel, 'db' | 'clock'>,
  shown: ShownLogs,
  filter: CommitmentFilter,
): AsyncGenerator<WholeCommitment[]> {
  let after: string | null = null;
  do {
    const { items, next } = await listCommitments(kernel, shown, filter, { limit: BATCH, after });
    if (items.length > 0) yield await withBodies(kernel, items);
    after = next;
  } while (after !== null);
}

export async function withBodies(
  { db }: Pick<Kernel, 'db'>,
  items: readonly CommitmentRow[],
): Promise<WholeCommitment[]> {
  const jtis = items.map(({ jti }) => jti);
  const rows = await commitmentsDb(db)
    .selectFrom('commitments_commitment')
    .select(['log', 'jti', 'body'])
    .where('jti', 'in', jtis)
    .execute();
  const bodies = new Map(rows.map(({ log, jti, body }) => [`${log}:${jti}`, body]));
  // What was revised between the two queries is in the next reading.
  return items.flatMap((item) => {
    const body = bodies.get(`${item.log}:${item.jti}`);
    return body === undefined ? [] : [{ ...item, body }];
  });
}

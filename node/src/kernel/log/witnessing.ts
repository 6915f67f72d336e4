import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';

/** The latest cosignature of one node's witness on one node's log. */
export interface Witnessing {
  /** Origin URL of the node whose log it is. */
  node: string;
  log: number;
  /** Origin URL of the node that cosigned. */
  by: string;
  witness: string;
  size: number;
  at: Date;
}

/** Who has cosigned whom, among us and our partners: the threads of the alliance. */
export async function loadWitnessing(
  kernel: Pick<Kernel, 'db' | 'trust' | 'identity'>,
): Promise<Witnessing[]> {
  const partners = await kernel.trust.partners();
  const nodes = new Map([[kernel.identity.witnessName, kernel.identity.origin]]);
  for (const partner of partners) nodes.set(partner.witnessName, partner.node);
  const rows = await sql<{ node: string; log: number; witness: string; size: number; at: Date }>`
    select l.node, l.id as log, w.witness, latest.size::float8 as size, latest.at
    from log l
    cross join unnest(${sql.val([...nodes.keys()])}::text[]) as w (witness)
    cross join lateral (
      select c.size, c.at from cosignature c where c.log = l.id and c.witness = w.witness
      order by c.size desc, c.at desc limit 1
    ) latest
    where l.retired_at is null`.execute(kernel.db);
  return rows.rows.flatMap((row) => {
    const by = nodes.get(row.witness);
    return by === undefined || by === row.node ? [] : [{ ...row, by }];
  });
}

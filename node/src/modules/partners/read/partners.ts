import type { Kernel } from '../../../kernel/kernel.ts';
import { loadWitnessing, type Witnessing } from '../../../kernel/log/witnessing.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';

/** A partner in the list. */
export interface PartnerSummary {
  partner: Partner;
  size: number;
  /** Records that we refused. */
  refused: number;
  witnessing: readonly Witnessing[];
}

export async function loadPartners(kernel: Kernel): Promise<PartnerSummary[]> {
  const partners = await kernel.trust.partners();
  if (partners.length === 0) return [];
  const logs = partners.map((partner) => partner.log);
  const [sizes, refused, witnessing] = await Promise.all([
    kernel.db.selectFrom('log').select(['id', 'size']).where('id', 'in', logs).execute(),
    kernel.db
      .selectFrom('entry')
      .select((eb) => ['log', eb.fn.countAll<number>().as('count')])
      .where('log', 'in', logs)
      .where('flag', 'is not', null)
      .groupBy('log')
      .execute(),
    loadWitnessing(kernel),
  ]);
  const sizeOf = new Map(sizes.map((log) => [log.id, log.size]));
  const refusedOf = new Map(refused.map((row) => [row.log, Number(row.count)]));
  return partners.map((partner) => ({
    partner,
    size: sizeOf.get(partner.log) ?? 0,
    refused: refusedOf.get(partner.log) ?? 0,
    witnessing: witnessing.filter((one) => one.log === partner.log),
  }));
}

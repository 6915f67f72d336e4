import type { Kernel } from '../../../kernel/kernel.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';
import { type AlertView, loadAlerts } from './alerts.ts';
import { type CosignedDays, loadCosignedDays } from './cosigned-days.ts';
import { peerName } from './peer-name.ts';
import { loadRefused, type RefusedRecords } from './refused.ts';
import { loadShared, type Shared } from './shared.ts';
import { loadTrustSteps, type TrustSteps } from './trust-steps.ts';

/** All that is known here of one partner. */
export interface PartnerView {
  partner: Partner;
  size: number;
  /** The alarm that is open now, with its evidence. */
  alarm: AlertView | null;
  /** Alarms that were ended, the newest first. */
  earlier: readonly AlertView[];
  cosigned: readonly CosignedDays[];
  /** What other followers hold of this log. */
  agreement: readonly Agreement[];
  refused: RefusedRecords;
  shared: readonly Shared[];
  trust: TrustSteps;
}

export interface Agreement {
  /** As the peer calls itself: a partner's name where it is one. */
  peer: string;
  state: 'agrees' | 'differs' | 'unreachable';
  size: number;
  at: Date;
}

export async function loadPartner(kernel: Kernel, host: string): Promise<PartnerView | null> {
  const partner = await kernel.trust.partner(host);
  if (partner === null) return null;
  const [log, alerts, cosigned, agreement, refused, shared, trust] = await Promise.all([
    kernel.db.selectFrom('log').select('size').where('id', '=', partner.log).executeTakeFirst(),
    loadAlerts(kernel, partner),
    loadCosignedDays(kernel, partner),
    loadAgreement(kernel, partner),
    loadRefused(kernel, partner),
    loadShared(kernel, partner),
    loadTrustSteps(kernel, partner),
  ]);
  return {
    partner,
    size: log?.size ?? 0,
    alarm: alerts.find((alert) => alert.resolvedAt === null) ?? null,
    earlier: alerts.filter((alert) => alert.resolvedAt !== null),
    cosigned,
    agreement,
    refused,
    shared,
    trust,
  };
}

async function loadAgreement(kernel: Kernel, { logOrigin }: Partner): Promise<Agreement[]> {
  const [rows, partners] = await Promise.all([
    kernel.db.selectFrom('agreement').selectAll().where('origin', '=', logOrigin).orderBy('peer').execute(),
    kernel.trust.partners(),
  ]);
  return rows.map(({ peer, state, size, at }) => ({ peer: peerName(peer, partners), state, size, at }));
}

import { v7 as uuidv7 } from 'uuid';
import { acquireLease, releaseLease } from '../database/lease.ts';
import type { Kernel } from '../kernel.ts';
import { type Loop, startLoop } from '../loop.ts';
import { ensureEntityKeys } from '../trust/index.ts';
import type { Partner } from '../trust/trust-store.ts';
import { VERSION } from '../version.ts';
import { bidFarewell } from '../witness/index.ts';
import { type ExchangeContext, exchangeViews } from './exchange.ts';
import { followPartner } from './follower.ts';
import { HeardNotes } from './heard-notes.ts';
import { heedAlerts } from './heed-alerts.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { SpotChecks } from './spot-check.ts';
import { makeWalker } from './walker.ts';

export interface FollowSettings {
  patience: Patience;
  /** How often views are compared with other followers. */
  exchangeMs: number;
}

export const FOLLOW_SETTINGS: FollowSettings = { patience: PATIENCE, exchangeMs: 60_000 };

const REFRESH_MS = 5_000;
const EXCHANGE_LEASE = 'exchange';

/** Follows every active partner and compares views, until stopped. */
export async function startFollowing(
  kernel: Kernel,
  { patience, exchangeMs }: FollowSettings,
): Promise<{ stop(): Promise<void> }> {
  await ensureEntityKeys(kernel);
  const { allowLoopback } = kernel.config;
  const walker = makeWalker(kernel.fetcher, { allowLoopback, userAgent: `Koinon/${VERSION}` });
  const heard = new HeardNotes();
  const loops = new Map<string, Loop>();
  const failed = (what: string) => (error: unknown) => kernel.log.error({ err: error }, `${what} failed`);

  async function refresh(): Promise<void> {
    const active = (await kernel.trust.partners()).filter(({ state }) => state === 'active');
    const origins = new Set(active.map(({ logOrigin }) => logOrigin));
    for (const [origin, loop] of loops) {
      if (origins.has(origin)) continue;
      loops.delete(origin);
      await loop.stop();
    }
    for (const partner of active) {
      if (!loops.has(partner.logOrigin)) loops.set(partner.logOrigin, follow(partner));
    }
  }
  const follow = (partner: Partner) =>
    followPartner(kernel, partner, { walker, patience, heard: (origin) => heard.of(origin) });

  const refreshing = startLoop(refresh, REFRESH_MS, failed('looking for partners'));
  const wake = (origin: string) => {
    const loop = loops.get(origin);
    if (loop) loop.wake();
    else refreshing.wake();
  };
  const stopListening = await kernel.database.listen('wake', wake);
  const stopFarewells = await kernel.database.listen('farewell', (payload) => {
    bidFarewell(kernel, payload).catch((error) =>
      kernel.log.debug({ err: error }, 'a former partner was not told'),
    );
  });
  const exchange = startExchange(
    { kernel, heard, wake },
    patience,
    exchangeMs,
    failed('the exchange of views'),
  );
  return {
    async stop() {
      await stopListening();
      await stopFarewells();
      await refreshing.stop();
      await Promise.all([exchange.stop(), ...[...loops.values()].map((loop) => loop.stop())]);
      await walker.stop();
    },
  };
}

function startExchange(
  context: ExchangeContext,
  patience: Patience,
  everyMs: number,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  const { kernel } = context;
  const holder = uuidv7();
  const spots = new SpotChecks(patience);
  const loop = startLoop(
    async (signal) => {
      if (!(await acquireLease(kernel.db, EXCHANGE_LEASE, holder, everyMs * 2))) return;
      await exchangeViews(context, signal);
      await heedAlerts(context, signal);
      for (const partner of await kernel.trust.partners()) {
        if (partner.state === 'active' && !signal.aborted) await spots.check(kernel, partner, signal);
      }
    },
    everyMs,
    failed,
  );
  return {
    async stop() {
      await loop.stop();
      await releaseLease(kernel.db, EXCHANGE_LEASE, holder).catch(() => {});
    },
  };
}

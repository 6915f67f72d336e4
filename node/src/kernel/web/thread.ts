import type { Kernel } from '../kernel.ts';
import type { Partner } from '../trust/trust-store.ts';
import type { ThreadState } from './page.ts';

/** A partner that we have not reached for this long is out of reach, whatever the count of failures. */
const SILENT_MS = 60 * 60 * 1000;
const CACHE_MS = 1000;

/**
 * The state of the thread for every page: one query, kept for a second. Where the database does not answer, the last
 * known state is used, so that an error page can still be drawn.
 */
export function makeThread(kernel: Pick<Kernel, 'trust' | 'clock' | 'log'>): () => Promise<ThreadState> {
  let known: ThreadState = { state: 'alone', partners: [] };
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<ThreadState> | undefined;

  async function read(): Promise<ThreadState> {
    try {
      const now = kernel.clock.now();
      known = threadOf(await kernel.trust.partners(), now);
      readAt = performance.now();
    } catch (error) {
      kernel.log.error({ err: error }, 'cannot read the partners for the thread');
    } finally {
      reading = undefined;
    }
    return known;
  }
  return () => {
    if (performance.now() - readAt < CACHE_MS) return Promise.resolve(known);
    reading ??= read();
    return reading;
  };
}

export function threadOf(all: readonly Partner[], now: Date): ThreadState {
  const partners = all
    .filter((partner) => partner.state !== 'removed')
    .map((partner) => ({
      node: partner.node,
      host: partner.host,
      name: partner.name,
      profile: partner.profile,
      markId: partner.markId,
      state: partnerState(partner, now),
      code: partner.frozenCode,
      lastOkAt: partner.lastOkAt,
    }));
  const states = new Set(partners.map((partner) => partner.state));
  const state = states.has('alarm')
    ? 'alarm'
    : states.has('waiting') || states.has('unreachable')
      ? 'waiting'
      : states.has('agrees')
        ? 'agrees'
        : 'alone';
  return { state, partners };
}

function partnerState(partner: Partner, now: Date): ThreadState['partners'][number]['state'] {
  if (partner.state === 'frozen') return 'alarm';
  if (partner.lastOkAt === null) return partner.failures > 1 ? 'unreachable' : 'waiting';
  const silent = now.getTime() - partner.lastOkAt.getTime() > SILENT_MS;
  return silent || partner.failures > 1 ? 'unreachable' : 'agrees';
}

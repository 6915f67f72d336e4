import { v7 as uuidv7 } from 'uuid';
import { acquireLease, releaseLease } from '../database/lease.ts';
import type { Kernel } from '../kernel.ts';
import { type Loop, startLoop } from '../loop.ts';
import { type Evidence, raiseAlert } from '../trust/index.ts';
import type { Partner } from '../trust/trust-store.ts';
import { BadContent, isFault, Misbehaviour, plainDetail } from './fault.ts';
import { heedEnding } from './heed-ending.ts';
import { readHeld } from './held-log.ts';
import { KeyWatch } from './key-watch.ts';
import { Pace } from './pace.ts';
import { type Patience, Suspicion } from './patience.ts';
import { projectLate } from './project-late.ts';
import { visit } from './visit.ts';
import type { Walker } from './walker.ts';

const LEASE_MS = 20_000;
/** How soon another process looks whether the one that follows is gone. */
const NOT_MINE_MS = 5_000;
const LATE_EVERY_MS = 60_000;

export interface FollowOptions {
  walker: Walker;
  patience: Patience;
  heard: (origin: string) => readonly string[];
}

/** Another process follows this partner now. */
class LeaseLost extends Error {}

/** The loop that follows one partner, in whichever process holds its lease. */
export function followPartner(kernel: Kernel, { node, logOrigin }: Partner, options: FollowOptions): Loop {
  const lease = `follow ${logOrigin}`;
  const holder = uuidv7();
  const pace = new Pace();
  const suspicion = new Suspicion(options.patience);
  const keys = new KeyWatch(kernel);
  const memory = { etag: null as string | null };
  let lateAt = Number.NEGATIVE_INFINITY;
  const mine = () => acquireLease(kernel.db, lease, holder, LEASE_MS);
  const visitor = {
    kernel,
    ...options,
    async stillMine() {
      if (!(await mine())) throw new LeaseLost();
    },
  };

  async function run(signal: AbortSignal): Promise<number> {
    const partner = await kernel.trust.partner(node);
    if (partner?.state !== 'active' || !(await mine())) return NOT_MINE_MS;
    try {
      const outcome = await visit(visitor, partner, memory, signal);
      if (await heedEnding(kernel, partner)) return NOT_MINE_MS;
      await late(partner, signal);
      await keys.look(partner);
      suspicion.clear();
      await noteSuccess(kernel, partner);
      return pace.next(outcome);
    } catch (error) {
      if (signal.aborted || error instanceof LeaseLost) return NOT_MINE_MS;
      memory.etag = null;
      if (isUnsigned(error) && (await keys.unknownKey(partner))) return 0;
      await noteFailure(kernel, partner, error);
      if (await doubt(kernel, partner, error, suspicion)) return NOT_MINE_MS;
      return error instanceof BadContent ? options.patience.retryMs : pace.next('failed');
    }
  }

  async function late(partner: Partner, signal: AbortSignal): Promise<void> {
    const now = performance.now();
    if (now - lateAt < LATE_EVERY_MS) return;
    await projectLate(kernel, partner, signal);
    lateAt = now;
  }

  const loop = startLoop(run, NOT_MINE_MS, (error) => {
    kernel.log.error({ err: error, partner: node }, 'following failed');
  });
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      await releaseLease(kernel.db, lease, holder).catch(() => {});
    },
  };
}

/** A checkpoint that none of the keys that we know of the log has signed. */
function isUnsigned(error: unknown): boolean {
  return error instanceof BadContent && error.code === 'bad-signature';
}

async function noteSuccess(kernel: Kernel, partner: Partner): Promise<void> {
  const at = kernel.clock.now();
  await kernel.db
    .updateTable('partner')
    .set({ last_try_at: at, last_ok_at: at, last_error: null, failures: 0 })
    .where('id', '=', partner.id)
    .execute();
}

async function noteFailure(kernel: Kernel, partner: Partner, error: unknown): Promise<void> {
  const code = isFault(error) ? error.code : 'internal';
  const shown = isFault(error) ? { fault: error.message } : { err: error };
  kernel.log.warn({ ...shown, partner: partner.node, code }, 'a visit to a partner failed');
  await kernel.db
    .updateTable('partner')
    .set((eb) => ({ last_try_at: kernel.clock.now(), last_error: code, failures: eb('failures', '+', 1) }))
    .where('id', '=', partner.id)
    .execute();
}

/** Raises the alarm where a fault is enough for one. @returns whether there is one now */
async function doubt(
  kernel: Kernel,
  partner: Partner,
  error: unknown,
  suspicion: Suspicion,
): Promise<boolean> {
  const origin = partner.logOrigin;
  if (error instanceof Misbehaviour) {
    const { code, detail, ours, theirs } = error;
    return await alarm(kernel, { origin, code, detail: plainDetail(detail), ours, theirs });
  }
  if (!(error instanceof BadContent)) return false;
  const seen = suspicion.seen(error.code, kernel.clock.now().getTime());
  if (seen === null) return false;
  const held = await readHeld(kernel, partner.log);
  const detail = {
    commonSize: held.size,
    ...error.detail,
    found: error.message,
    tries: seen.tries,
    since: new Date(seen.since).toISOString(),
  };
  return await alarm(kernel, {
    origin,
    code: error.code,
    detail: plainDetail(detail),
    ours: held.note,
    theirs: error.note,
  });
}

async function alarm(kernel: Kernel, evidence: Evidence): Promise<boolean> {
  await raiseAlert(kernel, evidence);
  return true;
}

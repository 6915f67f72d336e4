import { v7 as uuidv7 } from 'uuid';
import { acquireLease, releaseLease } from '../database/lease.ts';
import type { Kernel } from '../kernel.ts';
import { type Loop, startLoop } from '../loop.ts';
import type { WitnessAnswer, WitnessClient } from './ask-witnesses.ts';
import { judgeFuse, type Verdict } from './fuse.ts';
import { startPublisher } from './publisher.ts';
import { sequenceBatch } from './sequence.ts';

const EVERY_MS = 1000;
/** Acts in quick succession go into the log together: one by one they would cost a transaction and a signature each. */
const REST_MS = 25;
const LEASE = 'sequencer';
const LEASE_MS = 10_000;
const RENEW_MS = 3000;

/** Sequences and publishes the node's own log while this process holds the lease. */
export interface Sequencer {
  wake(): void;
  stop(): Promise<void>;
}

/** `caughtUp` runs each time before signing begins, once nobody is known to have seen more than we hold. */
export function startSequencer(
  kernel: Kernel,
  client: WitnessClient,
  caughtUp: () => Promise<void>,
): Sequencer {
  const holder = uuidv7();
  let leaseUntil = 0;
  let fused = true;
  let publishing: Loop | undefined;

  async function holdLease(): Promise<boolean> {
    const now = performance.now();
    if (now < leaseUntil - (LEASE_MS - RENEW_MS)) return true;
    const held = await acquireLease(kernel.db, LEASE, holder, LEASE_MS);
    leaseUntil = held ? now + LEASE_MS : 0;
    // Whoever signed meanwhile may have gone further than what we last saw.
    if (!held) fused = true;
    return held;
  }

  async function run(signal: AbortSignal): Promise<void> {
    if (!(await holdLease())) {
      kernel.health.set('log', 'ok', 'another process sequences');
      return;
    }
    if (fused) {
      if (!(await passFuse(kernel, client))) return;
      await caughtUp();
      fused = false;
    }
    publishing ??= startPublisher(kernel, client.askWitnesses, () => !fused, report('publishing'));
    while (!signal.aborted) {
      const { count, full } = await sequenceBatch(kernel.database, kernel.ownLog, kernel.clock.now());
      if (count > 0) {
        kernel.metrics.sequenced(count);
        publishing.wake();
      }
      if (!full || !(await holdLease())) break;
    }
    kernel.health.set('log', 'ok');
  }

  const report = (what: string) => (error: unknown) => {
    kernel.log.error({ err: error }, `${what} failed`);
    kernel.health.set('log', 'failing', what);
  };
  const loop = startLoop(run, EVERY_MS, report('sequencing'), REST_MS);
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop();
      await publishing?.stop();
      await releaseLease(kernel.db, LEASE, holder).catch(() => {});
    },
  };
}

/** Asks every witness what it knows of us; recovers what we lack. True once signing may begin. */
async function passFuse(kernel: Kernel, client: WitnessClient): Promise<boolean> {
  const verdict = await askFuse(kernel, client);
  if (verdict.state === 'closed') return true;
  if (verdict.state === 'waiting') {
    kernel.health.set('log', 'waiting-for-witness', 'no witness that knows this log has answered yet');
  } else if (verdict.state === 'forked') {
    kernel.health.set(
      'log',
      'forked',
      `${verdict.witness.name} cosigned another history of ${verdict.size} entries`,
    );
    kernel.log.error(
      { witness: verdict.witness.name, size: verdict.size, note: verdict.note },
      'our log has two histories',
    );
  } else {
    kernel.health.set('log', 'recovering', `${verdict.witness.name} has cosigned ${verdict.size} entries`);
    kernel.log.warn(
      { witness: verdict.witness.name, size: verdict.size },
      'recovering entries from a partner',
    );
    try {
      await client.recoverFromPartner(kernel, verdict);
    } catch (error) {
      // Partners may be away for a while: asked again with the next round, and nothing is signed before.
      kernel.log.warn({ err: error }, 'entries of our own log could not be recovered yet');
      return false;
    }
    return await passFuse(kernel, client);
  }
  return false;
}

async function askFuse(kernel: Kernel, client: WitnessClient): Promise<Verdict> {
  const witnesses = await kernel.trust.witnesses();
  const others = witnesses.filter(
    (witness) => witness.url !== null && witness.name !== kernel.identity.witnessName,
  );
  const answers = await Promise.all(
    others.map(
      async (witness): Promise<[typeof witness, WitnessAnswer]> => [
        witness,
        await client.askWitnessSize(kernel, witness, kernel.identity.logOrigin),
      ],
    ),
  );
  const size = await ownSize(kernel);
  return await judgeFuse({ size, rootAt: (at) => kernel.tiles.root(kernel.ownLog, at) }, new Map(answers));
}

async function ownSize(kernel: Kernel): Promise<number> {
  const row = await kernel.db
    .selectFrom('log')
    .select('size')
    .where('id', '=', kernel.ownLog)
    .executeTakeFirstOrThrow();
  return row.size;
}

import { keysBodySchema } from '@koinon/records';
import { CompactRange, concat, leafHash, originHash } from '@koinon/transparency-log';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import type { RecoverFromPartner, RecoveryTarget } from '../log/ask-witnesses.ts';
import { loadBodies, readRecord } from '../log/headline.ts';
import { lockHead } from '../log/sequence.ts';
import { growRange, moveHead } from '../log/tile-growth.ts';
import { KEYS } from '../records/kernel-kinds.ts';
import { applyRecordKeys } from '../records/record-keys.ts';
import type { Witness } from '../trust/trust-store.ts';
import { isFault } from './fault.ts';
import { fetchBlob } from './fetch-blob.ts';
import { lastIat, latestKeys, readEdges, readHeld } from './held-log.ts';
import { insertEntries } from './insert-entries.ts';
import { blobRef, projectOne } from './project-entries.ts';
import { remoteLog } from './remote-log.ts';
import { walkLog } from './walk.ts';
import type { Walk, WalkedEntry } from './window.ts';

const BATCH = 256;

/** No partner's copy reaches the checkpoint that was cosigned. The node goes on asking; it must not sign before. */
export class NoCopy extends Error {
  constructor(size: number, reasons: readonly string[]) {
    super(`no partner has a copy of our ${size} entries: ${reasons.join('; ') || 'no partner was reached'}`);
  }
}

/**
 * Brings back entries of our own log that our database has lost, from the copy of a partner: a node that was restored from
 * an old backup. The checkpoint they have to fit carries our own signature; every entry is ours or it is refused. They
 * are applied as when they were published, and the node goes on from there. @throws NoCopy
 */
export const recoverFromPartner: RecoverFromPartner = async (kernel, target) => {
  const reasons: string[] = [];
  for (const witness of await holders(kernel, target)) {
    try {
      await recoverFrom(
        kernel,
        target,
        `${witness.url?.replace(/\/$/, '')}/${originHash(kernel.identity.logOrigin)}`,
      );
      return;
    } catch (error) {
      if (!isFault(error)) throw error;
      reasons.push(`${witness.name}: ${error.message}`);
    }
  }
  throw new NoCopy(target.size, reasons);
};

/** Whoever cosigned has seen the root alone; the copy comes with following, and another partner's may be further. */
async function holders(kernel: Kernel, { witness }: RecoveryTarget): Promise<Witness[]> {
  const all = (await kernel.trust.witnesses()).filter(({ name }) => name !== kernel.identity.witnessName);
  return [witness, ...all.filter(({ name }) => name !== witness.name)].filter(({ url }) => url !== null);
}

async function recoverFrom(kernel: Kernel, target: RecoveryTarget, prefix: string): Promise<void> {
  const log = kernel.ownLog;
  const held = await readHeld(kernel, log);
  if (held.size >= target.size) return;
  const spans = await kernel.trust.recordKeys(log);
  const walk: Walk = {
    origin: kernel.identity.logOrigin,
    node: kernel.identity.origin,
    prefix,
    held: { size: held.size, range: held.range, edges: await readEdges(kernel, log, held.size) },
    target: { size: target.size, root: target.root, note: target.note },
    keys: spans,
    pinnedKids: kernel.keys.signers('record').map(({ id }) => id),
    previousIat: await lastIat(kernel, log),
    latestKeys: await latestKeys(kernel, log),
    now: Math.floor(kernel.clock.now().getTime() / 1000),
  };
  for await (const window of walkLog(walk, remoteLog(kernel.fetcher, prefix))) {
    for (let from = 0; from < window.entries.length; from += BATCH) {
      const batch = window.entries.slice(from, from + BATCH);
      await fetchBodies(kernel, prefix, batch);
      await appendBack(kernel, window.start + from, batch);
    }
    kernel.log.warn({ size: window.size, of: target.size }, 'recovered entries of our own log');
  }
}

/** Large bodies went to partners with the records that name them. */
async function fetchBodies(kernel: Kernel, prefix: string, entries: readonly WalkedEntry[]): Promise<void> {
  const node = new URL(prefix).origin;
  const records = entries.map(({ body, flag }) => (flag === null ? readRecord(body) : null));
  await Promise.all(
    records
      .flatMap((record) => (record === null ? [] : blobRef(node, record)))
      .map((ref) => fetchBlob(kernel, ref)),
  );
}

/** Entries, tiles, head, keys and what the records changed: one transaction, under the sequencer's lock. */
async function appendBack(kernel: Kernel, start: number, entries: readonly WalkedEntry[]): Promise<void> {
  const log = kernel.ownLog;
  const records = entries.map(({ body, flag }) => (flag === null ? readRecord(body) : null));
  const bodies = await loadBodies(kernel.db, records);
  await kernel.database.transaction(async (tx) => {
    const head = await lockHead(tx, kernel.database.schema, log);
    const range = CompactRange.fromBytes(head.size, Uint8Array.from(head.range));
    const leaves = concat(...entries.map(({ body, raw }) => leafHash(raw ?? Buffer.from(body, 'latin1'))));
    const tiles = growRange(range, leaves);
    await insertEntries(tx, log, start, entries, kernel.clock.now());
    await moveHead(tx, log, start, range, tiles);
    const waiting = await takePending(tx, entries);
    for (const [i, record] of records.entries()) {
      if (record === null) continue;
      const index = start + i;
      if (record.kind === KEYS) await applyRecordKeys(tx, log, index, keysBodySchema.parse(record.body));
      // What still waited in the outbox of the backup was applied when it was published.
      if (waiting.has(record.jti)) continue;
      const context = { log, node: kernel.identity.origin, own: true, at: kernel.clock.now(), index };
      const { flag } = await projectOne(tx, kernel, record, bodies, context);
      if (flag !== null)
        kernel.log.warn({ jti: record.jti, flag }, 'a recovered record could not be applied');
    }
  });
  kernel.tiles.grown(log, start + entries.length);
}

/** @returns the ids among these entries that the outbox still held */
async function takePending(tx: Tx, entries: readonly WalkedEntry[]): Promise<Set<string>> {
  const jtis = entries.flatMap(({ jti }) => (jti === null ? [] : [jti]));
  if (jtis.length === 0) return new Set();
  const rows = await tx.deleteFrom('pending').where('jti', 'in', jtis).returning('jti').execute();
  return new Set(rows.map(({ jti }) => jti));
}

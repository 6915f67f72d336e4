import { type Checkpoint, equal } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { cosignaturesOf } from '../log/cosignatures.ts';
import { hasQuorum, keepIfCosigned } from '../log/quorum.ts';
import type { Partner } from '../trust/trust-store.ts';
import { type AcceptedNote, acceptNote, type NoteKeys, noteKeys } from './accept-note.ts';
import { BadContent, Unavailable } from './fault.ts';
import { type HeldLog, lastIat, latestKeys, readEdges, readHeld } from './held-log.ts';
import { judge } from './judge.ts';
import type { Patience } from './patience.ts';
import { projectEntries } from './project-entries.ts';
import { type RemoteLog, remoteLog } from './remote-log.ts';
import { storeWindow } from './store-window.ts';
import type { Walker } from './walker.ts';
import type { Walk } from './window.ts';

export interface Visitor {
  kernel: Kernel;
  walker: Walker;
  patience: Patience;
  /** Notes that others showed us and that are ahead of what we hold. */
  heard: (origin: string) => readonly string[];
  /** Called between windows; throws where the lease was lost. */
  stillMine(): Promise<void>;
}

/**
 * One visit to a partner's log: its newest checkpoint is held against what we have, what is missing is fetched, checked
 * and stored window by window, and then projected. @throws Unavailable, BadContent, Misbehaviour
 */
export async function visit(
  visitor: Visitor,
  partner: Partner,
  memory: { etag: string | null },
  signal: AbortSignal,
): Promise<'grown' | 'unchanged'> {
  const { kernel } = visitor;
  await projectEntries(kernel, partner, signal);
  const remote = remoteLog(kernel.fetcher, `${partner.node}${partner.logPrefix}`, signal);
  const keys = await noteKeys(kernel, partner.logOrigin);
  const held = await readHeld(kernel, partner.log);
  const served = await askCheckpoint(remote, keys, held, memory);
  if (served !== null) await compare(visitor, partner, held, served, remote);
  const target = furthest(served, await aheadNotes(visitor, keys, partner.logOrigin, held));
  if (target !== null && target.checkpoint.size > held.size) {
    await walkTo(visitor, partner, held, target, remote, signal);
    await keepNote(kernel, partner, target);
    return 'grown';
  }
  if (served !== null && served.checkpoint.size === held.size && isBetter(served, held, keys)) {
    await keepNote(kernel, partner, served);
  }
  return 'unchanged';
}

async function askCheckpoint(
  remote: RemoteLog,
  keys: NoteKeys,
  held: HeldLog,
  memory: { etag: string | null },
) {
  // A checkpoint that we hold unchanged says nothing new only if we have followed it to its end.
  const etag = held.note !== null && held.noteSize === held.size ? memory.etag : null;
  const answer = await remote.checkpoint(etag);
  if (answer === 'unchanged' || (answer === null && held.size === 0)) return null;
  if (answer === null) throw new Unavailable('no-checkpoint', `${keys.origin} shows no checkpoint any more`);
  const accepted = acceptNote(answer.note, keys);
  memory.etag = answer.etag;
  return accepted;
}

/** What the log shows must be a later or equal state of what we hold; a smaller one may be an old copy for a moment. */
async function compare(
  { kernel, patience }: Visitor,
  partner: Partner,
  held: HeldLog,
  served: AcceptedNote,
  remote: RemoteLog,
): Promise<void> {
  const { checkpoint, note } = served;
  if (checkpoint.size > held.size) return;
  if (checkpoint.size === held.size && equal(checkpoint.root, held.root)) return;
  const proof = await judge(kernel, { log: partner.log, ...held }, { checkpoint, note, tiles: remote });
  if (proof) throw proof;
  const age = held.noteAt === null ? 0 : kernel.clock.now().getTime() - held.noteAt.getTime();
  if (checkpoint.size === held.size || age < patience.staleMs) return;
  const detail = { ourSize: held.size, theirSize: checkpoint.size, commonSize: checkpoint.size };
  throw new BadContent(
    'rolled-back',
    `it shows ${checkpoint.size} entries; we hold ${held.size}`,
    detail,
    note,
  );
}

/** Checkpoints that the log has signed and not necessarily published yet: those that it asked us to cosign, or that others hold. */
async function aheadNotes(
  visitor: Visitor,
  keys: NoteKeys,
  origin: string,
  held: HeldLog,
): Promise<AcceptedNote[]> {
  const asked = await visitor.kernel.db
    .selectFrom('cosigner')
    .select('note')
    .where('origin', '=', origin)
    .where('size', '>', held.size)
    .executeTakeFirst();
  const notes = [...(asked ? [asked.note] : []), ...visitor.heard(origin)];
  return notes.flatMap((note) => {
    try {
      const accepted = acceptNote(note, keys);
      return accepted.checkpoint.size > held.size ? [accepted] : [];
    } catch (error) {
      // Keys may have changed since it was kept.
      if (error instanceof BadContent) return [];
      throw error;
    }
  });
}

function furthest(served: AcceptedNote | null, ahead: readonly AcceptedNote[]): AcceptedNote | null {
  return ahead.reduce(
    (most, one) => (most === null || one.checkpoint.size > most.checkpoint.size ? one : most),
    served,
  );
}

async function walkTo(
  visitor: Visitor,
  partner: Partner,
  held: HeldLog,
  target: AcceptedNote,
  remote: RemoteLog,
  signal: AbortSignal,
): Promise<void> {
  const { kernel, walker } = visitor;
  const walk: Walk = {
    origin: partner.logOrigin,
    node: partner.node,
    prefix: `${partner.node}${partner.logPrefix}`,
    held: { size: held.size, range: held.range, edges: await readEdges(kernel, partner.log, held.size) },
    target: { size: target.checkpoint.size, root: target.checkpoint.root, note: target.note },
    keys: await kernel.trust.recordKeys(partner.log),
    pinnedKids: partner.pinnedKids,
    previousIat: await lastIat(kernel, partner.log),
    latestKeys: await latestKeys(kernel, partner.log),
    now: Math.floor(kernel.clock.now().getTime() / 1000),
  };
  try {
    for await (const window of walker.walk(walk, signal)) {
      await visitor.stillMine();
      await storeWindow(kernel, partner.log, window);
      kernel.metrics.logSize(partner.host, window.size);
      if (signal.aborted) throw signal.reason;
    }
  } catch (error) {
    if (!(error instanceof BadContent) || error.code === 'bad-signature') throw error;
    // Content that does not fit may be another history, which its own tiles then prove.
    const version = { checkpoint: target.checkpoint as Checkpoint, note: target.note, tiles: remote };
    const now = await readHeld(kernel, partner.log);
    throw (await judge(kernel, { log: partner.log, ...now }, version)) ?? error;
  } finally {
    // What was stored is in the tree, whatever came after it.
    await projectEntries(kernel, partner, signal);
  }
}

/** Among notes of one size, one with more cosigners is worth more than a newer one. */
function isBetter(served: AcceptedNote, held: HeldLog, keys: NoteKeys): boolean {
  if (held.note === null || held.noteSize !== held.size) return true;
  try {
    return served.note !== held.note && served.cosigners >= acceptNote(held.note, keys).cosigners;
  } catch (error) {
    if (error instanceof BadContent) return true;
    throw error;
  }
}

async function keepNote(
  kernel: Kernel,
  { log, witnessName }: Partner,
  { checkpoint, note }: AcceptedNote,
): Promise<void> {
  const cosigned = await hasQuorum(kernel, note, witnessName);
  await kernel.database.transaction(async (tx) => {
    const kept =
      await sql`update log set note = ${note}, note_size = ${checkpoint.size}, note_at = ${kernel.clock.now()}
        ${keepIfCosigned(cosigned, note, checkpoint.size)}
      where id = ${log} and size = ${checkpoint.size} and root = ${checkpoint.root}`.execute(tx);
    if (kept.numAffectedRows !== 1n) return;
    const rows = cosignaturesOf(log, checkpoint, note);
    if (rows.length === 0) return;
    await tx
      .insertInto('cosignature')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

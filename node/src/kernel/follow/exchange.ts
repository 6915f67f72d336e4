import { type Checkpoint, MAX_NOTE, originHash, parseVerifierKey } from '@koinon/transparency-log';
import { sql } from 'kysely';
import { FetchRefused } from '../fetch/index.ts';
import type { Kernel } from '../kernel.ts';
import { logSigners } from '../keys/vkeys.ts';
import { raiseAlert } from '../trust/index.ts';
import type { Partner } from '../trust/trust-store.ts';
import { acceptNote, type NoteKeys, noteKeys } from './accept-note.ts';
import { BadContent, plainDetail } from './fault.ts';
import type { HeardNotes } from './heard-notes.ts';
import { judge } from './judge.ts';
import { remoteLog } from './remote-log.ts';

const TIMEOUT_MS = 5_000;

/** A log whose views are compared: those that we follow, and our own. */
interface Compared {
  log: number;
  origin: string;
  node: string;
  own: boolean;
  size: number;
  note: string | null;
  keys: NoteKeys;
}

export interface ExchangeContext {
  kernel: Kernel;
  heard: HeardNotes;
  /** Wakes the loop of an origin that others hold more of. */
  wake(origin: string): void;
}

/**
 * One round of the split-view exchange: for each log, every other follower is asked what it has cosigned of it, and that
 * is held against our own copy. A log that shows different histories to different readers is found by this, and by
 * nothing else; the two signed checkpoints are the proof.
 */
export async function exchangeViews(context: ExchangeContext, signal: AbortSignal): Promise<void> {
  const { kernel } = context;
  const partners = (await kernel.trust.partners()).filter(({ state }) => state === 'active');
  for (const compared of await comparedLogs(kernel, partners)) {
    context.heard.reached(compared.origin, compared.size);
    const peers = partners.filter(({ node }) => node !== compared.node);
    await Promise.all(peers.map((peer) => compareWith(context, compared, peer, signal)));
    if (signal.aborted) return;
  }
}

async function comparedLogs(kernel: Kernel, partners: readonly Partner[]): Promise<Compared[]> {
  const ids = [kernel.ownLog, ...partners.map(({ log }) => log)];
  const rows = await kernel.db
    .selectFrom('log')
    .select(['id', 'origin', 'node', 'role', 'size', 'note'])
    .where('id', 'in', ids)
    .execute();
  return await Promise.all(
    rows.map(async ({ id, origin, node, role, size, note }) => {
      const own = role === 'own';
      return { log: id, origin, node, own, size, note, keys: await keysOf(kernel, origin, own) };
    }),
  );
}

async function keysOf(kernel: Kernel, origin: string, own: boolean): Promise<NoteKeys> {
  const keys = await noteKeys(kernel, origin);
  if (!own) return keys;
  return { ...keys, log: logSigners(kernel.keys, kernel.identity).map(({ vkey }) => parseVerifierKey(vkey)) };
}

async function compareWith(
  context: ExchangeContext,
  compared: Compared,
  peer: Partner,
  signal: AbortSignal,
): Promise<void> {
  const { kernel } = context;
  try {
    const note = await askPeer(kernel, peer, compared.origin, signal);
    // A peer that does not cosign the log has no view of it.
    if (note === null) return;
    await compareNote(context, compared, peer, note);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof BadContent) {
      await keepAgreement(kernel, compared.origin, peer, 'differs', 0, 'bad-signature');
    } else if (error instanceof FetchRefused) {
      await keepAgreement(kernel, compared.origin, peer, 'unreachable', null, error.code);
    } else {
      kernel.log.error({ err: error, peer: peer.node, origin: compared.origin }, 'comparing views failed');
    }
  }
}

async function askPeer(
  kernel: Kernel,
  peer: Partner,
  origin: string,
  signal: AbortSignal,
): Promise<string | null> {
  const url = `${peer.node}${peer.witnessPrefix}${originHash(origin)}/checkpoint`;
  const answer = await kernel.fetcher.fetch(url, {
    maxBytes: MAX_NOTE,
    timeoutMs: TIMEOUT_MS,
    accept: ['text/plain'],
    signal,
  });
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw new FetchRefused('unreachable', url, `status ${answer.status}`);
  return new TextDecoder().decode(answer.body);
}

/** @throws BadContent where the peer shows a note that the log has not signed: that says nothing of the log */
async function compareNote(
  context: ExchangeContext,
  compared: Compared,
  peer: Partner,
  text: string,
): Promise<void> {
  const { kernel, heard, wake } = context;
  const { log, origin, size } = compared;
  const { checkpoint, note } = acceptNote(text, compared.keys);
  const tiles = remoteLog(kernel.fetcher, `${peer.node}${peer.witnessPrefix}${originHash(origin)}`);
  const proof = await judge(
    kernel,
    { log, size, note: compared.note },
    { checkpoint, note, tiles, peer: peer.node },
  );
  if (proof) {
    const agreed = await lastAgreed(kernel, origin, peer, checkpoint);
    const commonSize = Math.max(proof.detail.commonSize ?? 0, agreed);
    await keepAgreement(kernel, origin, peer, 'differs', checkpoint.size, 'two-histories');
    const detail = { ...plainDetail(proof.detail), ...(commonSize > 0 ? { commonSize } : {}) };
    await raiseAlert(kernel, { origin, code: proof.code, detail, ours: proof.ours, theirs: proof.theirs });
    return;
  }
  if (checkpoint.size <= size && compared.note !== null) {
    await keepAgreement(kernel, origin, peer, 'agrees', checkpoint.size, null);
  } else if (checkpoint.size > size && !compared.own) {
    // More than we hold: follow there first, then compare.
    heard.hear(origin, peer.node, note);
    wake(origin);
  }
}

async function lastAgreed(
  kernel: Kernel,
  origin: string,
  peer: Partner,
  { size }: Checkpoint,
): Promise<number> {
  const row = await kernel.db
    .selectFrom('agreement')
    .select('size')
    .where('origin', '=', origin)
    .where('peer', '=', peer.node)
    .where('state', '=', 'agrees')
    .executeTakeFirst();
  return row !== undefined && row.size < size ? row.size : 0;
}

async function keepAgreement(
  kernel: Kernel,
  origin: string,
  peer: Partner,
  state: 'agrees' | 'differs' | 'unreachable',
  size: number | null,
  detail: string | null,
): Promise<void> {
  await sql`insert into agreement (origin, peer, size, state, at, detail)
    values (${origin}, ${peer.node}, ${size ?? 0}, ${state}, ${kernel.clock.now()}, ${detail})
    on conflict (origin, peer) do update set state = excluded.state, at = excluded.at, detail = excluded.detail,
      size = case when ${size === null} then agreement.size else excluded.size end`.execute(kernel.db);
}

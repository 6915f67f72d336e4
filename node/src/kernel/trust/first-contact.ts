import { checkRecordEntry, keysFromJwks, thumbprint } from '@koinon/records';
import {
  type Checkpoint,
  decodeBundle,
  equal,
  leafHash,
  MAX_NOTE,
  openCheckpoint,
  originHash,
  parseVerifierKey,
  TILE_WIDTH,
  type Verifier,
  verifyConsistency,
  verifyInclusion,
} from '@koinon/transparency-log';
import type { Fetcher } from '../fetch/index.ts';
import { type RemoteLog, remoteLog } from '../follow/remote-log.ts';
import { fetchConsistency, fetchInclusion } from '../follow/remote-proof.ts';
import { Untrusted } from './error.ts';
import type { NodeStatement } from './statement.ts';
import type { Partner } from './trust-store.ts';

export interface FirstContact {
  /** Thumbprints of the record keys that entry 0 must be signed with. */
  pinnedKids: string[];
  /** Partners that hold the same log. */
  comparedWith: string[];
}

interface Given {
  fetcher: Fetcher;
  /** Seconds. */
  now: number;
  /** Record keys that the operator has from elsewhere; null trusts the log on first use. */
  kids: readonly string[] | null;
  /** Whether the operator brings the keys of the log too. */
  keysKnown: boolean;
  partners: readonly Partner[];
}

/**
 * The only moment at which a log is taken at its word: entry 0 is read and its record keys pinned, or held against keys
 * that the operator brings. What other partners hold of the log must fit before anything of it is believed.
 */
export async function meetLog(statement: NodeStatement, given: Given): Promise<FirstContact> {
  const { node, log } = statement;
  const verifiers = log.vkeys.map(parseVerifierKey);
  const remote = remoteLog(given.fetcher, `${node}${log.prefix}`);
  try {
    const answer = await remote.checkpoint();
    if (answer === null || answer === 'unchanged') return await meetEmptyLog(statement, given);
    const { checkpoint } = openCheckpoint(answer.note, { origin: log.origin, logVerifiers: verifiers });
    if (checkpoint.size === 0) return await meetEmptyLog(statement, given);
    const pinned = await firstSigner(remote, checkpoint, statement, given);
    return {
      pinnedKids: [pinned],
      comparedWith: await compare(remote, checkpoint, statement, verifiers, given),
    };
  } catch (error) {
    if (error instanceof Untrusted) throw error;
    throw new Untrusted('bad-log', node, (error as Error).message);
  }
}

/** The key that signed entry 0, after the entry was shown to be in the tree that the log signed. */
async function firstSigner(
  remote: RemoteLog,
  checkpoint: Checkpoint,
  { node }: NodeStatement,
  { now, kids }: Given,
): Promise<string> {
  const width = Math.min(TILE_WIDTH, checkpoint.size);
  const served = await remote.bundle({ index: 0, width });
  const [entry = new Uint8Array(0)] = decodeBundle(served.bytes, served.width);
  const proof = await fetchInclusion(remote, 0, checkpoint.size);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leaf: leafHash(entry), index: 0, size, root, proof })) {
    throw new Untrusted('bad-log', node, 'entry 0 is not in the tree that the log signed');
  }
  const checked = checkRecordEntry(entry, {
    node,
    index: 0,
    keys: [],
    now,
    previousIat: null,
    latestKeys: null,
  });
  if (!checked.ok) throw new Untrusted('bad-log', node, `entry 0: ${checked.detail}`);
  const { kid } = checked.record.header;
  if (kids !== null && !kids.includes(kid)) {
    throw new Untrusted('other-record-key', node, `entry 0 is signed by ${kid}`);
  }
  return kid;
}

/** A log without entries shows no key yet: those that the node states are pinned in place of the one of entry 0. */
async function meetEmptyLog({ node }: NodeStatement, { fetcher, kids }: Given): Promise<FirstContact> {
  if (kids !== null) return { pinnedKids: [...kids], comparedWith: [] };
  const answer = await fetcher.fetch(`${node}/.well-known/jwks.json`, {
    maxBytes: MAX_NOTE,
    timeoutMs: 15_000,
    accept: ['application/json', 'application/jwk-set+json'],
  });
  if (answer.status !== 200) throw new Untrusted('bad-log', node, `jwks.json answers ${answer.status}`);
  const keys = keysFromJwks(JSON.parse(new TextDecoder().decode(answer.body)));
  if (keys.length === 0) throw new Untrusted('bad-log', node, 'the node states no record keys');
  return { pinnedKids: keys.map((key) => key.kid), comparedWith: [] };
}

async function compare(
  remote: RemoteLog,
  ours: Checkpoint,
  statement: NodeStatement,
  logVerifiers: readonly Verifier[],
  { fetcher, partners, keysKnown }: Given,
): Promise<string[]> {
  const disputed = (peer: Partner, what: string) =>
    new Untrusted('disputed', statement.node, `${peer.host} ${what} ${ours.origin}`);
  const answers = await Promise.all(
    partners.map(async (peer) => {
      const copy = remoteLog(fetcher, `${peer.node}${peer.witnessPrefix}${originHash(ours.origin)}`);
      // A partner that does not cosign the log, or does not answer, says nothing about it.
      const answer = await copy.checkpoint().catch(() => null);
      if (answer === null || answer === 'unchanged') return null;
      const theirs = signedBy(answer.note, ours.origin, logVerifiers);
      // With keys from elsewhere a note of other keys is the peer's mistake; without, it may be we who are misled.
      if (theirs === null && keysKnown) return null;
      if (theirs === null) throw disputed(peer, 'knows other keys of');
      if (!(await fits(remote, ours, theirs))) throw disputed(peer, 'holds another version of');
      return peer.node;
    }),
  );
  return answers.filter((peer) => peer !== null);
}

function signedBy(note: Uint8Array, origin: string, logVerifiers: readonly Verifier[]): Checkpoint | null {
  try {
    return openCheckpoint(note, { origin, logVerifiers }).checkpoint;
  } catch {
    return null;
  }
}

async function fits(remote: RemoteLog, ours: Checkpoint, theirs: Checkpoint): Promise<boolean> {
  if (ours.size === theirs.size) return equal(ours.root, theirs.root);
  const [small, large] = ours.size < theirs.size ? [ours, theirs] : [theirs, ours];
  const proof = await fetchConsistency(remote, small.size, large.size);
  return verifyConsistency({
    oldSize: small.size,
    oldRoot: small.root,
    size: large.size,
    root: large.root,
    proof,
  });
}

/** Thumbprints of the record keys in a JWK set that the operator brings. */
export function kidsOfJwks(jwks: unknown): string[] {
  const keys = (jwks as { keys?: unknown }).keys;
  if (!Array.isArray(keys)) return [];
  return keys.flatMap((jwk) => {
    try {
      return [thumbprint(jwk)];
    } catch {
      return [];
    }
  });
}

import {
  COSIGNATURE_ED25519,
  CompactRange,
  type Cosigner,
  formatCheckpoint,
  formatNote,
  formatPolicy,
  type Hash,
  leafHash,
  makeCosigner,
  makeEd25519NoteSigner,
  type NoteSigner,
  planInclusion,
  proofFromTiles,
  signatureLine,
  type TileId,
  utf8,
} from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign, sha256 } from '@koinon/transparency-log/crypto';
import {
  jwkFromPublicKey,
  jwksFromKeys,
  makeReceipt,
  type RecordPayload,
  type RecordSigner,
  signRecord,
  thumbprint,
} from '../../src/index.ts';

/** Keys made from public names: worthless on purpose, the same on every run. */
function keyPair(name: string): { publicKey: Uint8Array; sign(message: Uint8Array): Uint8Array } {
  const seed = sha256(utf8(`records test key ${name}`));
  return { publicKey: ed25519PublicKey(seed), sign: (message) => ed25519Sign(seed, message) };
}

export function recordSigner(name: string): RecordSigner & { publicKey: Uint8Array } {
  const pair = keyPair(name);
  return { ...pair, kid: thumbprint(jwkFromPublicKey(pair.publicKey)) };
}
export function noteSigner(name: string): NoteSigner {
  return makeEd25519NoteSigner(name, keyPair(name));
}
export function cosigner(name: string): Cosigner {
  return makeCosigner({ name, type: COSIGNATURE_ED25519, ...keyPair(name) });
}

export const node = 'https://node.example';
export const origin = 'node.example/log';
export const time = 1_764_000_000;
export const signer = recordSigner('record');
export const logSigner = noteSigner(origin);
export const witnesses = [cosigner('a.example/witness'), cosigner('b.example/witness')];
export const jwks = jwksFromKeys([
  { kid: signer.kid, publicKey: signer.publicKey, fromIndex: 0, untilIndex: null },
]);
export const policy = formatPolicy({
  logs: [{ vkey: logSigner.vkey }],
  witnesses: witnesses.map(({ vkey }, i) => ({ name: 'ab'.charAt(i), vkey })),
  groups: [{ name: 'both', threshold: 'all', members: ['a', 'b'] }],
  quorum: 'both',
});

export function payload(n: number, more: Partial<RecordPayload> = {}): RecordPayload {
  const jti = `01936f5e-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const sub = `${node}/practices/${jti}`;
  return {
    iss: node,
    iat: time + n,
    jti,
    kind: 'practices/practice@1',
    sub,
    body: { title: { en: `No ${n}` } },
    ...more,
  };
}

export function keysRecord(by = signer): string {
  const body = { keys: [{ kid: by.kid, jwk: jwkFromPublicKey(by.publicKey) }] };
  return signRecord(payload(0, { kind: 'kernel/keys@1', sub: `${node}/keys`, body }), by);
}

/** A log of a keys record and `size - 1` practices, with its level-0 hashes. */
export function logOf(size: number): { entries: string[]; root: Hash; inclusion(index: number): Hash[] } {
  const entries = [keysRecord()];
  for (let n = 1; n < size; n++) entries.push(signRecord(payload(n), signer));
  const range = new CompactRange();
  const hashes = new Uint8Array(size * 32);
  for (const [n, entry] of entries.entries()) {
    const leaf = leafHash(utf8(entry));
    hashes.set(leaf, n * 32);
    range.append(leaf);
  }
  const read = ({ width }: TileId): Uint8Array => hashes.subarray(0, width * 32);
  return {
    entries,
    root: range.root(),
    inclusion: (n) => proofFromTiles(planInclusion(n, size), size, read),
  };
}

export function cosignedNote(size: number, root: Hash, by: readonly Cosigner[] = witnesses): string {
  const checkpoint = { origin, size, root, extensions: [] };
  const text = formatCheckpoint(checkpoint);
  const logLine = signatureLine(logSigner.name, logSigner.id, logSigner.sign(text, time));
  return formatNote(text, [logLine, ...by.map((witness) => witness.cosign(checkpoint, text, time))]);
}

/** The receipt of one entry of a log of `size` entries. */
export function receiptOf(index: number, size: number): string {
  const log = logOf(size);
  return makeReceipt({
    jws: log.entries[index] as string,
    index,
    proof: log.inclusion(index),
    note: cosignedNote(size, log.root),
  });
}

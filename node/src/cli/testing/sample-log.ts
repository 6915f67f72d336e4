import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { jwkFromPublicKey, makeReceipt, type RecordPayload, signRecord, thumbprint } from '@koinon/records';
import {
  bundlesForSize,
  CompactRange,
  encodeBundle,
  entriesPath,
  formatCheckpoint,
  formatNote,
  formatPolicy,
  type Hash,
  leafHash,
  makeCosigner,
  makeEd25519NoteSigner,
  nodeHash,
  parseCheckpoint,
  planInclusion,
  signatureLine,
  tilePath,
  tilesForSize,
  utf8,
} from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign } from '@koinon/transparency-log/crypto';

/** A fixed moment, so that every run signs the same. */
const NOW = 1_780_000_000;

function keyOf(seed: number) {
  const secret = new Uint8Array(32).fill(seed);
  return { publicKey: ed25519PublicKey(secret), sign: (message: Uint8Array) => ed25519Sign(secret, message) };
}
const record = keyOf(1);
const jwk = jwkFromPublicKey(record.publicKey);
const kid = thumbprint({ ...jwk });

export interface SampleLog {
  entries: Uint8Array[];
  note: string;
  policy: string;
  jwks: { keys: Record<string, unknown>[] };
  /** A receipt of the entry at an index. */
  receipt(index: number): string;
  /** Writes everything as `koinon log export` does. */
  write(directory: string): Promise<void>;
}

/** A log of `size` records of `https://node.test`, cosigned by two witnesses of which the policy asks for one. */
export function sampleLog(size: number, change: (entries: Uint8Array[]) => void = () => {}): SampleLog {
  const origin = 'node.test/log';
  const entries = Array.from({ length: size }, (_, i) =>
    utf8(signRecord(payloadOf(i), { kid, sign: record.sign })),
  );
  change(entries);
  const range = new CompactRange();
  const hashes = new Map<string, Hash>();
  for (const entry of entries) {
    range.append(leafHash(entry), (level, index, hash) => hashes.set(`${level}/${index}`, hash));
  }
  const log = makeEd25519NoteSigner(origin, keyOf(2));
  const witnesses = [3, 4].map((seed) =>
    makeCosigner({ name: `w${seed}.test/witness`, type: 0x04, ...keyOf(seed) }),
  );
  const text = formatCheckpoint({ origin, size, root: range.root() });
  const note = formatNote(text, [
    signatureLine(origin, log.id, log.sign(text, NOW)),
    ...witnesses.map((witness) => witness.cosign(parseCheckpoint(text), text, NOW)),
  ]);
  const policy = formatPolicy({
    logs: [{ vkey: log.vkey }],
    witnesses: witnesses.map(({ name, vkey }) => ({ name, vkey })),
    groups: [{ name: 'one', threshold: 1, members: witnesses.map(({ name }) => name) }],
    quorum: 'one',
  });
  const hashAt = (level: number, index: number) => hashes.get(`${level}/${index}`) as Hash;
  return {
    entries,
    note,
    policy,
    jwks: { keys: [{ ...jwk, kid, from_index: 0 }] },
    receipt(index) {
      const proof = planInclusion(index, size).map((nodes) =>
        nodes
          .map((node) => hashAt(node.level, node.index))
          .reduceRight((right, left) => nodeHash(left, right)),
      );
      return makeReceipt({ jws: new TextDecoder().decode(entries[index]), index, proof, note });
    },
    async write(directory) {
      const put = async (path: string, data: string | Uint8Array) => {
        await mkdir(dirname(join(directory, path)), { recursive: true });
        await writeFile(join(directory, path), data);
      };
      for (const tile of tilesForSize(size)) {
        const first = tile.index * 256;
        await put(
          tilePath(tile),
          Buffer.concat(Array.from({ length: tile.width }, (_, i) => hashAt(tile.level * 8, first + i))),
        );
      }
      for (const bundle of bundlesForSize(size)) {
        await put(
          entriesPath(bundle),
          encodeBundle(entries.slice(bundle.index * 256, bundle.index * 256 + bundle.width)),
        );
      }
      await put('policy', policy);
      await put('checkpoint', note);
    },
  };
}

function payloadOf(index: number): RecordPayload {
  const id = `019aa3f0-0000-7000-8000-${String(index).padStart(12, '0')}`;
  const iss = 'https://node.test';
  if (index === 0) {
    return {
      iss,
      iat: NOW,
      jti: id,
      kind: 'kernel/keys@1',
      sub: `${iss}/keys`,
      body: { keys: [{ kid, jwk: { ...jwk } }] },
    };
  }
  return {
    iss,
    iat: NOW + index,
    jti: id,
    kind: 'test/thing@1',
    sub: `${iss}/things/${index}`,
    body: { number: index },
  };
}

import { makeReceipt, parseRecord } from '@koinon/records';
import { parseCheckpoint, parseNote, toBase64 } from '@koinon/transparency-log';
import type { Kernel } from '../../kernel/kernel.ts';
import { headlinesOf, type RecordHeadline } from '../../kernel/log/headline.ts';
import { loadProvenance } from '../../kernel/log/provenance.ts';
import { readRecord } from '../../kernel/records/read.ts';
import type { Provenance } from '../../kernel/web/index.ts';
import { type KernelAct, kernelActs } from './kernel-acts.ts';

/** All that is known here of one record. */
export interface RecordView {
  jti: string;
  kind: string;
  sub: string;
  prev: string | null;
  jws: string;
  kid: string;
  payload: Record<string, unknown>;
  /** tlog origin of the log that carries it. */
  logOrigin: string;
  provenance: Provenance;
  headline: RecordHeadline | null;
  /** What an act of the kernel was about, where there is no headline. */
  act: KernelAct | null;
  /** Leaf hash, base64; null while it has no place. */
  leaf: string | null;
  proof: RecordProof | null;
  /** Sealed fields, and how many of them can still be read here. */
  personal: { sealed: number; present: number };
  /** The body where it is kept beside the record. */
  blob: { digest: string; size: number; mediaType: string; state: string } | null;
  /** Other records of the same subject, oldest first. */
  siblings: ReadonlyArray<{ jti: string; index: number; kind: string; at: Date }>;
}

/** The way from the record to the newest signed state of its log. */
export interface RecordProof {
  size: number;
  /** Root hash of the tree, base64. */
  root: string;
  hashes: readonly string[];
  /** Names of those who cosigned this very state. */
  cosigned: readonly string[];
  /** Bytes of the receipt. */
  receiptBytes: number;
}

/** The record with this id (where several logs claim it: as `readRecord` has it). Null: not known here. */
export async function loadRecord(kernel: Kernel, jti: string): Promise<RecordView | null> {
  const stored = await readRecord(kernel, jti);
  if (stored === null) return null;
  const provenance = (await loadProvenance(kernel, [{ log: stored.log, jti }])).get(jti);
  if (provenance === undefined) return null;
  const { header, payload } = parseRecord(stored.jws);
  const own = provenance.own;
  const [[headline = null], [act = null], proof, personal, blob, siblings] = await Promise.all([
    headlinesOf(kernel, [{ body: stored.jws, own }]),
    kernelActs(kernel, stored.log, [stored.jws]),
    stored.index === null ? null : loadProof(kernel, stored.log, stored.index, stored.jws),
    countPersonal(kernel, stored.log, jti, payload._sd?.length ?? 0),
    payload.digest === undefined ? null : loadBlob(kernel, payload.digest),
    loadSiblings(kernel, stored.log, payload.sub, jti),
  ]);
  return {
    jti,
    kind: payload.kind,
    sub: payload.sub,
    prev: payload.prev ?? null,
    jws: stored.jws,
    kid: header.kid,
    payload,
    logOrigin: stored.origin,
    provenance,
    headline,
    act,
    leaf: stored.leaf === null ? null : toBase64(new Uint8Array(stored.leaf)),
    proof,
    personal,
    blob,
    siblings,
  };
}

async function loadProof(
  kernel: Kernel,
  log: number,
  index: number,
  jws: string,
): Promise<RecordProof | null> {
  const { note } = await kernel.db
    .selectFrom('log')
    .select('note')
    .where('id', '=', log)
    .executeTakeFirstOrThrow();
  if (note === null) return null;
  const { text, signatures } = parseNote(note);
  const { origin, size, root } = parseCheckpoint(text);
  // The entry is committed, but the checkpoint that holds it is still to be signed.
  if (size <= index) return null;
  const proof = await kernel.tiles.inclusion(log, index, size);
  return {
    size,
    root: toBase64(root),
    hashes: proof.map((hash) => toBase64(hash)),
    cosigned: [...new Set(signatures.map((signature) => signature.name).filter((name) => name !== origin))],
    receiptBytes: makeReceipt({ jws, index, proof, note }).length,
  };
}

async function countPersonal({ db }: Kernel, log: number, jti: string, sealed: number) {
  if (sealed === 0) return { sealed, present: 0 };
  const { present } = await db
    .selectFrom('disclosure')
    .select((eb) => eb.fn.countAll<number>().as('present'))
    .where('log', '=', log)
    .where('jti', '=', jti)
    .executeTakeFirstOrThrow();
  return { sealed, present: Number(present) };
}

async function loadBlob({ db }: Kernel, digest: string): Promise<RecordView['blob']> {
  const hex = Buffer.from(digest, 'base64url').toString('hex');
  const blob = await db
    .selectFrom('blob')
    .select(['digest', 'size', 'media_type', 'state'])
    .where('digest', '=', hex)
    .executeTakeFirst();
  return blob === undefined
    ? { digest: hex, size: 0, mediaType: '', state: 'missing' }
    : { digest: hex, size: blob.size, mediaType: blob.media_type, state: blob.state };
}

const MOST_SIBLINGS = 50;

async function loadSiblings(
  { db }: Kernel,
  log: number,
  sub: string,
  jti: string,
): Promise<RecordView['siblings']> {
  const rows = await db
    .selectFrom('entry')
    .select(['jti', 'index', 'kind', 'iat'])
    .where('log', '=', log)
    .where('sub', '=', sub)
    .where('jti', '!=', jti)
    .orderBy('index', 'desc')
    .limit(MOST_SIBLINGS)
    .execute();
  return rows
    .flatMap(({ jti: id, index, kind, iat }) =>
      id === null || kind === null ? [] : [{ jti: id, index, kind, at: new Date((iat ?? 0) * 1000) }],
    )
    .reverse();
}

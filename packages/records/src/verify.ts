import {
  type Checkpoint,
  formatProof,
  fromUtf8,
  leafHash,
  type Note,
  type OpenedNote,
  openNote,
  type Policy,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseProof,
  parseVerifierKey,
  quorumMet,
  type TlogProof,
  TransparencyLogError,
  verifyInclusion,
} from '@koinon/transparency-log';
import { ed25519Verify } from '@koinon/transparency-log/crypto';
import { z } from 'zod';
import { type ParsedRecord, parseRecord } from './envelope.ts';
import { RecordError } from './error.ts';
import { type KeySpan, publicKeyFromJwk, recordKeyAt } from './keys.ts';

export type ReceiptStepCode =
  | 'canonical'
  | 'checkpoint'
  | 'known-signatures'
  | 'log-signature'
  | 'quorum'
  | 'inclusion'
  | 'record'
  | 'issuer'
  | 'record-key'
  | 'record-signature';

/** One thing that was checked. `ok` is null where it could not be decided. */
export interface ReceiptStep {
  code: ReceiptStepCode;
  ok: boolean | null;
  detail: string;
}
export interface ReceiptResult {
  /** Whether every step holds. */
  ok: boolean;
  verdict: 'verified' | 'refuted' | 'undecided';
  steps: ReceiptStep[];
  checkpoint: Checkpoint | null;
  index: number | null;
  jws: string | null;
  record: ParsedRecord | null;
}

const jwksSchema = z.looseObject({
  keys: z.array(
    z.looseObject({
      kid: z.string(),
      from_index: z.number().int().nonnegative().optional(),
      until_index: z.number().int().nonnegative().nullable().optional(),
    }),
  ),
});
/** A JWK set whose keys state, by `from_index` and `until_index`, the part of the log they are valid for. */
export type RecordJwks = z.infer<typeof jwksSchema>;

/** The Ed25519 keys of a JWK set; other keys of the set are left out. */
export function keysFromJwks(jwks: unknown): KeySpan[] {
  return jwksSchema.parse(jwks).keys.flatMap((jwk) => {
    try {
      const publicKey = publicKeyFromJwk(jwk);
      return [
        { kid: jwk.kid, publicKey, fromIndex: jwk.from_index ?? 0, untilIndex: jwk.until_index ?? null },
      ];
    } catch {
      return [];
    }
  });
}

/** What a receipt is held against. */
export interface ReceiptTrust {
  policy: Policy | string;
  jwks: unknown;
}

/** Log keys of the origin first; then every key of the policy that may stand on the note. */
function verifiersOf(policy: Policy, origin: string) {
  const logs = policy.logs.map(({ vkey }) => parseVerifierKey(vkey)).filter(({ name }) => name === origin);
  const witnesses = policy.witnesses.map(({ vkey }) => parseVerifierKey(vkey));
  return { logs, witnesses };
}

class Verification {
  readonly steps: ReceiptStep[] = [];
  checkpoint: Checkpoint | null = null;
  index: number | null = null;
  jws: string | null = null;
  record: ParsedRecord | null = null;

  step(code: ReceiptStepCode, ok: boolean | null, detail: string): boolean | null {
    this.steps.push({ code, ok, detail });
    return ok;
  }

  /** Runs `read`; an error of the packages refutes the step, any other is a fault of ours and goes on. */
  read<T>(code: ReceiptStepCode, read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof TransparencyLogError) && !(error instanceof RecordError)) throw error;
      this.step(code, false, error.message);
      return null;
    }
  }

  result(): ReceiptResult {
    const { steps, checkpoint, index, jws, record } = this;
    const refuted = steps.some(({ ok }) => ok === false);
    const verified = steps.every(({ ok }) => ok === true);
    const verdict = refuted ? 'refuted' : verified ? 'verified' : 'undecided';
    return { ok: verified, verdict, steps, checkpoint, index, jws, record };
  }
}

/**
 * Checks a receipt offline: canonical byte for byte, every signature line known to the policy and valid, its quorum, the
 * inclusion of the record, and the record's own signature by a key valid at its index.
 */
export function verifyReceipt(receipt: string | Uint8Array, trust: ReceiptTrust): ReceiptResult {
  const policy = typeof trust.policy === 'string' ? parsePolicy(trust.policy) : trust.policy;
  const keys = keysFromJwks(trust.jwks);
  const run = new Verification();
  const parsed = run.read('canonical', () => {
    const text = typeof receipt === 'string' ? receipt : fromUtf8(receipt);
    const proof = parseProof(text);
    return { proof, extra: proof.extra ?? new Uint8Array(0), canonical: formatProof(proof) === text };
  });
  if (!parsed) return run.result();
  const { proof, extra } = parsed;
  run.index = proof.index;
  if (!run.step('canonical', parsed.canonical, 'one canonical encoding')) return run.result();
  checkNote(run, proof, extra, policy);
  checkRecord(run, extra, proof.index, keys);
  return run.result();
}

function checkNote(run: Verification, proof: TlogProof, extra: Uint8Array, policy: Policy): void {
  const read = run.read('checkpoint', (): { note: Note; checkpoint: Checkpoint } => {
    const note = parseNote(proof.note);
    return { note, checkpoint: parseCheckpoint(note.text) };
  });
  if (!read) return;
  const { note, checkpoint } = read;
  run.checkpoint = checkpoint;
  run.step('checkpoint', true, `${checkpoint.origin} at ${checkpoint.size}`);
  const { logs, witnesses } = verifiersOf(policy, checkpoint.origin);
  const opened = run.read('known-signatures', () => openNote(note, [...logs, ...witnesses]));
  if (opened)
    checkSignatures(
      run,
      opened,
      logs.map(({ vkey }) => vkey),
      policy,
    );
  const { index, proof: hashes } = proof;
  const included = verifyInclusion({
    leaf: leafHash(extra),
    index,
    size: checkpoint.size,
    root: checkpoint.root,
    proof: hashes,
  });
  run.step('inclusion', included, `entry ${index} of ${checkpoint.size}`);
}

function checkSignatures(run: Verification, opened: OpenedNote, logKeys: string[], policy: Policy): void {
  const unknown = opened.unknown.map(({ name }) => name);
  if (unknown.length > 0) run.step('known-signatures', false, `not in the policy: ${unknown.join(', ')}`);
  else if (opened.unchecked.length > 0)
    run.step('known-signatures', null, 'ML-DSA-44 cannot be checked here');
  else run.step('known-signatures', true, `${opened.verified.length} signatures`);
  const verified = new Set(opened.verified.map(({ verifier }) => verifier.vkey));
  run.step(
    'log-signature',
    logKeys.some((vkey) => verified.has(vkey)),
    'signed by the log',
  );
  run.step('quorum', quorumMet(policy, verified), `quorum ${policy.quorum}`);
}

function checkRecord(run: Verification, extra: Uint8Array, index: number, keys: readonly KeySpan[]): void {
  const record = run.read('record', () => {
    const jws = fromUtf8(extra);
    const parsed = parseRecord(jws);
    run.jws = jws;
    return parsed;
  });
  if (!record) return;
  run.record = record;
  const { iss, jti, kind } = record.payload;
  run.step('record', true, `${kind} ${jti}`);
  if (run.checkpoint) {
    const origin = `${new URL(iss).host}/log`;
    const own = run.checkpoint.origin === origin || run.checkpoint.origin.startsWith(`${origin}/`);
    run.step('issuer', own, `${iss} in ${run.checkpoint.origin}`);
  }
  const key = recordKeyAt(keys, record.header.kid, index);
  run.step('record-key', key !== null, `key ${record.header.kid}`);
  if (!key) return;
  const valid = ed25519Verify(key.publicKey, record.signingInput, record.signature);
  run.step('record-signature', valid, `signed by ${iss}`);
}

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
  policyVerifiers,
  quorumMet,
  type TlogProof,
  TransparencyLogError,
  verifyInclusion,
} from '@koinon/transparency-log';
import { ed25519Verify } from '@koinon/transparency-log/crypto';
import { type ParsedRecord, parseRecord } from './envelope.ts';
import { RecordError } from './error.ts';
import { keysFromJwks } from './jwks.ts';
import { type KeySpan, recordKeyAt } from './keys.ts';

/** What a step checks; stable. */
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
/** What came of a verification. `ok` is true for the verdict `verified` only. */
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

/** What a receipt is held against: whom to trust as log and witness, and the keys of the issuer. */
export interface ReceiptTrust {
  policy: Policy | string;
  jwks: unknown;
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
 * Checks a receipt offline. It is verified where it is in canonical encoding byte for byte, every signature line is of a key
 * of the policy and valid, a key of the log has signed, the policy's quorum has cosigned, the record is in the tree, and the
 * record is signed by its issuer (whose log this is) with a key valid at its index. Give the receipt as bytes where there are
 * bytes: a text has lost what was not UTF-8.
 *
 * `steps` lists what was checked, in order, each with a stable code; steps that could not be reached are not listed. The
 * verdict is `undecided` where nothing refutes the receipt but a line needs ML-DSA-44 and the runtime lacks it.
 *
 * `jwks` holds the keys of the issuer; whose they are is for the caller to know.
 *
 * @throws PolicyError, InvalidKey where policy or jwks cannot be read: faults of what the receipt is held against
 * @example
 * const { verdict, steps } = verifyReceipt(bytes, { policy: policyText, jwks: JSON.parse(jwksText) })
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
  const { logVerifiers, witnessVerifiers } = policyVerifiers(policy, checkpoint.origin);
  const opened = run.read('known-signatures', () => openNote(note, [...logVerifiers, ...witnessVerifiers]));
  const logKeys = logVerifiers.map(({ vkey }) => vkey);
  if (opened) checkSignatures(run, opened, logKeys, policy);
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
  const possible = new Set([...verified, ...opened.unchecked.map(({ verifier }) => verifier.vkey)]);
  const met = quorumMet(policy, verified) || (quorumMet(policy, possible) ? null : false);
  run.step('quorum', met, `quorum ${policy.quorum}`);
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

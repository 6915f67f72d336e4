import {
  CheckpointError,
  NoteError,
  type OpenedCheckpoint,
  openCheckpoint,
  type Policy,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  quorumMet,
  TransparencyLogError,
} from '@koinon/transparency-log';
import { UsageError } from '../framework/error.ts';
import type { Finding } from './receipt-lines.ts';

function verifiersFor(policy: Policy, origin: string) {
  return {
    origin,
    logVerifiers: policy.logs.map(({ vkey }) => parseVerifierKey(vkey)).filter(({ name }) => name === origin),
    witnessVerifiers: policy.witnesses.map(({ vkey }) => parseVerifierKey(vkey)),
  };
}

/** The checkpoint of a log that the policy names, or why it is none. */
export function openByPolicy(note: Uint8Array, policy: Policy): OpenedCheckpoint | Finding {
  try {
    const { origin } = parseCheckpoint(parseNote(note).text);
    return openCheckpoint(note, verifiersFor(policy, origin));
  } catch (error) {
    if (!(error instanceof TransparencyLogError)) throw error;
    return { ok: false, what: 'checkpoint signed by the log', why: error.message };
  }
}

/** A checkpoint kept before. @throws UsageError where the log never signed it */
export function openPrior(note: Uint8Array, path: string, policy: Policy, origin: string) {
  try {
    return openCheckpoint(note, verifiersFor(policy, origin)).checkpoint;
  } catch (error) {
    if (!(error instanceof NoteError) && !(error instanceof CheckpointError)) throw error;
    throw new UsageError(
      'bad-prior',
      `${path} is not a checkpoint that ${origin} has signed: ${error.message}.`,
    );
  }
}

export function cosigned({ checkpoint, cosignatures }: OpenedCheckpoint, policy: Policy): Finding {
  const own = checkpoint.origin.replace(/\/log(\/\d+)?$/, '/witness');
  const known = new Set(
    policy.witnesses.map(({ vkey }) => parseVerifierKey(vkey).name).filter((name) => name !== own),
  );
  const signed = new Set(cosignatures.map(({ name }) => name));
  const newest = Math.max(...cosignatures.map(({ time }) => time));
  const when = signed.size > 0 ? `, last ${new Date(newest * 1000).toISOString().replace('.000', '')}` : '';
  const what = `cosigned by ${signed.size} of ${known.size}${when}`;
  return quorumMet(policy, new Set(cosignatures.map(({ vkey }) => vkey)))
    ? { ok: true, what }
    : { ok: false, what, why: 'fewer than the policy asks for' };
}

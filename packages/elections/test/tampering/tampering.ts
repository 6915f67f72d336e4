import { randomBytes } from 'node:crypto';
import { sha256Base64, sha256Hex } from '../../src/codec/hash.ts';
import { credentialSecret, type Question, type RejectionCode, type Verifier } from '../../src/index.ts';
import { proveKnowledge } from '../../src/proof/schnorr.ts';
import { kernel } from '../support/kernel.ts';
import {
  type BoardSteps,
  countBoard,
  type MadeElection,
  openBoard,
  setUpElection,
  YES_NO,
} from '../support/make-election.ts';

/** A bad archive, made from an election of our own in which one thing is wrong and every hash is right. */
export interface Tampering {
  title: string;
  /** The reason that a verifier must give. */
  code: RejectionCode;
  /** belenios-tool 2.0 takes it. */
  toolAccepts?: true;
  archive: () => Uint8Array;
  options?: ConstructorParameters<typeof Verifier>[1];
}

export type Step = BoardSteps[number];
// biome-ignore lint/suspicious/noExplicitAny: tampering reaches anywhere into messages
export type Loose = any;

export const random = (bytes: number): Uint8Array => randomBytes(bytes);
const RANKING: Question = { type: 'ranking', answers: ['P', 'Q', 'R'], question: 'Rank' };

interface Held {
  made: MadeElection;
  board: BoardSteps;
}

function once(make: () => Held): () => Held {
  let held: Held | undefined;
  return () => {
    held ??= make();
    return held;
  };
}

/** Three voters, of whom two voted; one trustee. */
export const simple = once(() => {
  const made = setUpElection({ arithmetic: kernel, questions: [YES_NO], voters: 3 });
  return { made, board: countBoard(made, openBoard(made, [[[1, 0]], [[0, 1]]])) };
});

/** Any two of three trustees; the first and the third decrypted. */
export const threshold = once(() => {
  const pedersen = { threshold: 2, of: 3 };
  const made = setUpElection({ arithmetic: kernel, questions: [YES_NO], voters: 1, single: 0, pedersen });
  return { made, board: countBoard(made, openBoard(made, [[[1, 0]]]), [1, 3]) };
});

/** Ranked ballots of two voters, mixed by the first of two trustees. */
export const ranked = once(() => {
  const made = setUpElection({
    arithmetic: kernel,
    group: 'RFC-3526-2048',
    questions: [RANKING],
    voters: 2,
    single: 2,
  });
  return { made, board: countBoard(made, openBoard(made, [[[1, 2, 3]], [[3, 2, 1]]])) };
});

/** The board with one step of a type changed; the chain is hashed again by whoever writes it. */
export function changed(
  steps: BoardSteps,
  type: Step[0],
  change: (messages: string[]) => readonly string[],
  nth = 0,
): BoardSteps {
  let seen = 0;
  return steps.map(
    (step): Step => (step[0] === type && seen++ === nth ? [type, change([...step[1]])] : step),
  );
}

export function edit(message: string, change: (json: Loose) => void): string {
  const json = JSON.parse(message);
  change(json);
  return JSON.stringify(json);
}

/** Changes one message of the setup, and names it anew in the setup's data. */
export function changedSetup(steps: BoardSteps, index: 0 | 1 | 2, change: (json: Loose) => void): BoardSteps {
  return changed(steps, 'Setup', (messages) => {
    const out = messages.slice(0, 3);
    out[index] = edit(out[index]!, change);
    const [election, trustees, credentials] = out.map(sha256Hex);
    return [...out, JSON.stringify({ election, trustees, credentials })];
  });
}

/** Changes a ballot and signs it again with its voter's own credential, so that only the content is wrong. */
export function resigned(
  ballot: string,
  of: MadeElection,
  voter: number,
  change: (json: Loose) => void,
): string {
  const json = JSON.parse(ballot);
  const { arithmetic, election, credentials } = of;
  const secret = credentialSecret(credentials[voter]!.credential, election.uuid, election.group);
  change(json);
  delete json.signature;
  json.credential = String(credentials[voter]!.publicKey);
  const hash = sha256Base64(JSON.stringify(json));
  const proof = proveKnowledge(arithmetic, secret, `sig|${hash}|`, random);
  return JSON.stringify({ ...json, signature: { hash, proof: text(proof) } });
}

export function text({ challenge, response }: { challenge: bigint; response: bigint }): Loose {
  return { challenge: String(challenge), response: String(response) };
}

export function bump(number: string): string {
  return String(BigInt(number) + 1n);
}

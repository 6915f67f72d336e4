import { sha256Base64 } from '../codec/hash.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { type Proof, readProof, writeProof } from '../codec/scalar.ts';
import { asArray, asNumber, asObject, asString } from '../codec/shape.ts';
import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { elementLogarithmKnown, proveKnowledge } from '../proof/schnorr.ts';
import type { Random } from '../random.ts';
import { type Answer, readAnswer, writeAnswer } from './answer.ts';
import { credentialSecret } from './credential.ts';
import type { Election } from './election.ts';
import { answerHomomorphic, checkHomomorphic } from './homomorphic.ts';
import { answerRanking, checkRanking } from './ranking.ts';

/** A ballot as it stands on the board. */
export interface Ballot {
  electionUuid: string;
  electionHash: string;
  /** The voter's public credential. */
  credential: bigint;
  answers: Answer[];
  signature: { hash: string; proof: Proof };
  /** Unpadded base64 of SHA-256 of the ballot's text: what a voter looks for on the board. */
  tracker: string;
  /** The text without its signature, which the signature covers. */
  unsigned: string;
}

const KEYS = ['election_uuid', 'election_hash', 'credential', 'answers', 'signature'];
const SIGNATURE_MARK = ',"signature":';

/**
 * Reads a ballot's text; it must be written canonically. Checks form only: see `checkBallot`.
 * @throws Rejection `ballot.not-canonical`, `ballot.shape`, `ballot.scalar-range`, `ballot.election`, `json.*`
 */
export function readBallot(text: string, election: Election): Ballot {
  const json = asObject(readCanonical(text), KEYS);
  const answers = asArray(json.answers);
  demand(
    answers.length === election.questions.length,
    'ballot.shape',
    'A ballot answers another number of questions than the election asks.',
  );
  const signature = asObject(json.signature, ['hash', 'proof']);
  return {
    electionUuid: asString(json.election_uuid),
    electionHash: asString(json.election_hash),
    credential: asNumber(json.credential),
    answers: answers.map((answer, i) => readAnswer(answer, election.questions[i]!, election.group)),
    signature: {
      hash: asString(signature.hash),
      proof: readProof(signature.proof, election.group, 'ballot.scalar-range'),
    },
    tracker: sha256Base64(text),
    unsigned: `${text.slice(0, text.lastIndexOf(SIGNATURE_MARK))}}`,
  };
}

/** A ballot with other bytes for the same content would have another tracker. */
function readCanonical(text: string): Json {
  try {
    const value = readJson(text);
    asObject(value, KEYS);
    return value;
  } catch (error) {
    if (error instanceof Rejection && (error.code === 'json.not-canonical' || error.code === 'json.type')) {
      throw new Rejection(
        'ballot.not-canonical',
        'A ballot is written in another way than the protocol prescribes.',
      );
    }
    throw error;
  }
}

/**
 * Checks a ballot by itself: it belongs to this election, its voter signed it, and every answer is proven to be one that the
 * question allows. Whether the credential is listed, and whether ballots repeat, is for the board's verifier.
 * @throws Rejection `ballot.election`, `ballot.signature`, `ballot.not-in-group`, `ballot.proof`
 */
export function checkBallot(arithmetic: Arithmetic, election: Election, ballot: Ballot): void {
  const ours = ballot.electionUuid === election.uuid && ballot.electionHash === election.fingerprint;
  demand(ours, 'ballot.election', 'A ballot belongs to another election.');
  const { hash, proof } = ballot.signature;
  const signed =
    hash === sha256Base64(ballot.unsigned) &&
    elementLogarithmKnown(arithmetic, ballot.credential, `sig|${hash}|`, proof);
  demand(
    signed,
    'ballot.signature',
    'The signature of a ballot does not hold: it was changed, or another person made it.',
  );
  const zkp = `${election.fingerprint}|${ballot.credential}`;
  ballot.answers.forEach((answer, i) => {
    const question = election.questions[i]!;
    if (answer.type === 'ranking') checkRanking(arithmetic, election.publicKey, answer, zkp);
    else if (question.type === 'homomorphic') {
      checkHomomorphic(arithmetic, election.publicKey, question, answer, zkp);
    }
  });
}

/** For each question: 0 or 1 for each slot (blank first), or a rank or grade for each answer. */
export type Vote = number[][];

/**
 * Makes a voter's ballot.
 * @param credential the private credential, `XXX-XXX-XXX-XXX-XXX`
 * @returns the ballot's text as it goes to the board
 * @throws Rejection `ballot.vote` where the vote does not answer the questions
 * @example makeBallot(arithmetic, election, 'dpo-UBL-z9y-X2Q-XrQ', [[0, 1]], crypto.randomBytes)
 */
export function makeBallot(
  arithmetic: Arithmetic,
  election: Election,
  credential: string,
  vote: Vote,
  random: Random,
): string {
  const { group, fingerprint, publicKey, questions, uuid } = election;
  demand(
    vote.length === questions.length,
    'ballot.vote',
    'The vote answers another number of questions than the election asks.',
  );
  const secret = credentialSecret(credential, uuid, group);
  const key = arithmetic.secretPower(group.g, secret);
  const zkp = `${fingerprint}|${key}`;
  const answers = questions.map((question, i) =>
    question.type === 'ranking'
      ? answerRanking(arithmetic, publicKey, question, vote[i]!, zkp, random)
      : answerHomomorphic(arithmetic, publicKey, question, vote[i]!, zkp, random),
  );
  const json: { [key: string]: Json } = {
    election_uuid: uuid,
    election_hash: fingerprint,
    credential: String(key),
    answers: answers.map(writeAnswer),
  };
  const hash = sha256Base64(writeJson(json));
  const proof = proveKnowledge(arithmetic, secret, `sig|${hash}|`, random);
  return writeJson({ ...json, signature: { hash, proof: writeProof(proof) } });
}

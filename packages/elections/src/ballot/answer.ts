import type { Json } from '../codec/json.ts';
import { type Proof, readProof, writeProof } from '../codec/scalar.ts';
import { asArray, asNumber, asObject } from '../codec/shape.ts';
import { demand } from '../error.ts';
import type { Group } from '../group/group.ts';
import type { Ciphertext } from '../proof/disjunction.ts';
import { type HomomorphicQuestion, type Question, slotsOf } from './question.ts';

export interface HomomorphicAnswer {
  type: 'homomorphic';
  choices: Ciphertext[];
  individualProofs: Proof[][];
  overallProof: Proof[];
  blankProof?: Proof[];
}

export interface RankingAnswer {
  type: 'ranking';
  choices: Ciphertext;
  proof: Proof;
}

export type Answer = HomomorphicAnswer | RankingAnswer;

export function readCiphertext(value: Json | undefined): Ciphertext {
  const { alpha, beta } = asObject(value, ['alpha', 'beta']);
  return { alpha: asNumber(alpha), beta: asNumber(beta) };
}

export function writeCiphertext({ alpha, beta }: Ciphertext): Json {
  return { alpha: String(alpha), beta: String(beta) };
}

/** `alpha,beta`, as ciphertexts stand in the texts that are hashed. */
export function ciphertextText({ alpha, beta }: Ciphertext): string {
  return `${alpha},${beta}`;
}

/** @throws Rejection `json.type`, `ballot.shape`, `ballot.scalar-range` */
export function readAnswer(value: Json, question: Question, group: Group): Answer {
  if (question.type === 'ranking') {
    const json = asObject(value, ['choices', 'proof']);
    return {
      type: 'ranking',
      choices: readCiphertext(json.choices),
      proof: readProof(json.proof, group, 'ballot.scalar-range'),
    };
  }
  return readHomomorphic(value, question, group);
}

function readHomomorphic(value: Json, question: HomomorphicQuestion, group: Group): HomomorphicAnswer {
  const json = asObject(value, ['choices', 'individual_proofs', 'overall_proof', 'blank_proof?']);
  const proofs = (list: Json | undefined): Proof[] =>
    asArray(list).map((item) => readProof(item, group, 'ballot.scalar-range'));
  const answer: HomomorphicAnswer = {
    type: 'homomorphic',
    choices: asArray(json.choices).map(readCiphertext),
    individualProofs: asArray(json.individual_proofs).map(proofs),
    overallProof: proofs(json.overall_proof),
  };
  if (json.blank_proof !== undefined) answer.blankProof = proofs(json.blank_proof);
  const slots = slotsOf(question);
  const overall = question.max - question.min + (question.blank ? 2 : 1);
  const fits =
    answer.choices.length === slots &&
    answer.individualProofs.length === slots &&
    answer.individualProofs.every((pair) => pair.length === 2) &&
    answer.overallProof.length === overall &&
    (question.blank ? answer.blankProof?.length === 2 : answer.blankProof === undefined);
  demand(fits, 'ballot.shape', 'A ballot has another number of answers or proofs than its question.');
  return answer;
}

/** Keys in the order of the protocol: choices, individual_proofs, overall_proof, blank_proof; or choices, proof. */
export function writeAnswer(answer: Answer): Json {
  if (answer.type === 'ranking') {
    return { choices: writeCiphertext(answer.choices), proof: writeProof(answer.proof) };
  }
  const json: { [key: string]: Json } = {
    choices: answer.choices.map(writeCiphertext),
    individual_proofs: answer.individualProofs.map((pair) => pair.map(writeProof)),
    overall_proof: answer.overallProof.map(writeProof),
  };
  if (answer.blankProof !== undefined) json.blank_proof = answer.blankProof.map(writeProof);
  return json;
}

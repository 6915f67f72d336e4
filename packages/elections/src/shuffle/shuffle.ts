import { readCiphertext, writeCiphertext } from '../ballot/answer.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { readScalar } from '../codec/scalar.ts';
import { asArray, asNumber, asObject } from '../codec/shape.ts';
import { demand } from '../error.ts';
import type { Group } from '../group/group.ts';
import type { Ciphertext } from '../proof/disjunction.ts';

/** Proof of a shuffle (CHVote 1.3.2): commitments t, responses s, permutation commitments c and chained commitments chat. */
export interface ShuffleProof {
  t: { t1: bigint; t2: bigint; t3: bigint; t41: bigint; t42: bigint; that: bigint[] };
  s: { s1: bigint; s2: bigint; s3: bigint; s4: bigint; shat: bigint[]; sprime: bigint[] };
  c: bigint[];
  chat: bigint[];
}

/** One trustee's shuffle: for each ranking question the re-encrypted list and its proof. */
export interface Shuffle {
  ciphertexts: Ciphertext[][];
  proofs: ShuffleProof[];
}

export function readShuffle(text: string, group: Group): Shuffle {
  const json = asObject(readJson(text), ['ciphertexts', 'proofs']);
  return {
    ciphertexts: asArray(json.ciphertexts).map((row) => asArray(row).map(readCiphertext)),
    proofs: asArray(json.proofs).map((item) => readShuffleProof(item, group)),
  };
}

function readShuffleProof(value: Json, group: Group): ShuffleProof {
  const [t, s, c, chat] = tuple(value, 4);
  const [t1, t2, t3, t4, that] = tuple(t!, 5);
  const [t41, t42] = tuple(t4!, 2);
  const [s1, s2, s3, s4, shat, sprime] = tuple(s!, 6);
  const scalar = (item: Json | undefined): bigint => readScalar(item, group, 'shuffle.proof');
  return {
    t: {
      t1: asNumber(t1),
      t2: asNumber(t2),
      t3: asNumber(t3),
      t41: asNumber(t41),
      t42: asNumber(t42),
      that: asArray(that).map(asNumber),
    },
    s: {
      s1: scalar(s1),
      s2: scalar(s2),
      s3: scalar(s3),
      s4: scalar(s4),
      shat: asArray(shat).map(scalar),
      sprime: asArray(sprime).map(scalar),
    },
    c: asArray(c).map(asNumber),
    chat: asArray(chat).map(asNumber),
  };
}

function tuple(value: Json, length: number): Json[] {
  const items = asArray(value);
  demand(
    items.length === length,
    'shuffle.shape',
    'A proof of a shuffle has another number of parts than it should.',
  );
  return items;
}

export function writeShuffle({ ciphertexts, proofs }: Shuffle): string {
  return writeJson({
    ciphertexts: ciphertexts.map((row) => row.map(writeCiphertext)),
    proofs: proofs.map(({ t, s, c, chat }) => [
      [String(t.t1), String(t.t2), String(t.t3), [String(t.t41), String(t.t42)], t.that.map(String)],
      [String(s.s1), String(s.s2), String(s.s3), String(s.s4), s.shat.map(String), s.sprime.map(String)],
      c.map(String),
      chat.map(String),
    ]),
  });
}

import { type Json, readJson, writeJson } from '../codec/json.ts';
import { type Proof, readProof, writeProof } from '../codec/scalar.ts';
import { asObject, asString } from '../codec/shape.ts';
import { demand, type RejectionCode } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { Group } from '../group/group.ts';
import { knowsLogarithm, proveKnowledge } from '../proof/schnorr.ts';
import type { Random } from '../random.ts';

/** A text with a Schnorr signature, as trustees send each other. */
export interface SignedMessage {
  message: string;
  signature: Proof;
}

export function readSigned(value: Json | undefined, group: Group): SignedMessage {
  const json = asObject(value, ['message', 'signature']);
  return {
    message: asString(json.message),
    signature: readProof(json.signature, group, 'trustees.malformed'),
  };
}

export function writeSigned({ message, signature }: SignedMessage): Json {
  return { message, signature: writeProof(signature) };
}

/** c = H(`sigmsg|message|g^w`). */
export function signMessage(
  arithmetic: Arithmetic,
  secret: bigint,
  message: string,
  random: Random,
): SignedMessage {
  return { message, signature: proveKnowledge(arithmetic, secret, `sigmsg|${message}|`, random) };
}

/** @throws Rejection `code` where the signature is not by `key` */
export function checkSigned(
  arithmetic: Arithmetic,
  key: bigint,
  signed: SignedMessage,
  code: RejectionCode,
): void {
  demand(
    knowsLogarithm(arithmetic, key, `sigmsg|${signed.message}|`, signed.signature),
    code,
    'A message of a trustee does not carry the signature of that trustee.',
  );
}

/** Signs a JSON value as the text of a message. */
export function signJson(arithmetic: Arithmetic, secret: bigint, json: Json, random: Random): SignedMessage {
  return signMessage(arithmetic, secret, writeJson(json), random);
}

/** Reads the JSON inside a signed message, keys as given. */
export function openJson(signed: SignedMessage, keys: readonly string[]): { [key: string]: Json } {
  return asObject(readJson(signed.message), keys);
}

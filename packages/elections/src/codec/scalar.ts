import { Rejection, type RejectionCode } from '../error.ts';
import type { Group } from '../group/group.ts';
import type { Json } from './json.ts';
import { asNumber, asObject } from './shape.ts';

/** A Schnorr-like proof as it is stored: challenge and response, both in [0, q). */
export interface Proof {
  challenge: bigint;
  response: bigint;
}

/** Reads a scalar and never reduces it: `r + q` is another encoding of `r`, and is refused. */
export function readScalar(value: Json | undefined, group: Group, code: RejectionCode): bigint {
  const scalar = asNumber(value);
  if (scalar >= group.q) throw new Rejection(code, 'A number of a proof is out of its range.');
  return scalar;
}

export function readProof(value: Json | undefined, group: Group, code: RejectionCode): Proof {
  const { challenge, response } = asObject(value, ['challenge', 'response']);
  return { challenge: readScalar(challenge, group, code), response: readScalar(response, group, code) };
}

export function writeProof(proof: Proof): Json {
  return { challenge: String(proof.challenge), response: String(proof.response) };
}

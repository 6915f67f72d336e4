import { listedVoters, refuseTwice } from '../ballot/credential.ts';
import { DigestTable } from './digest-table.ts';
import { credentialDigest } from './last-ballots.ts';

/** The list of voters, as some dozens of bytes for each. */
export interface Voters {
  /** Weights by digest of the public credential. */
  weights: DigestTable;
  /** Whether any voter has another weight than 1. */
  weighted: boolean;
}

/** @throws Rejection `json.*`, `credentials.malformed`, `credentials.duplicate`, `credentials.weight` */
export function readVoters(text: string): Voters {
  const weights = new DigestTable();
  let weighted = false;
  for (const { credential, weight } of listedVoters(text)) {
    const before = weights.size;
    weights.put(credentialDigest(credential), weight);
    refuseTwice(weights.size > before);
    weighted ||= weight !== 1;
  }
  return { weights, weighted };
}

/** Public credentials of the list, read anew from its text. */
export function* credentialsOf(text: string): Generator<bigint> {
  for (const { credential } of listedVoters(text)) yield BigInt(credential);
}

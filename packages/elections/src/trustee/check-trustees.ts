import { asArray, asNumber } from '../codec/shape.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { knowsLogarithm, proveKnowledge } from '../proof/schnorr.ts';
import { type Random, randomBelow } from '../random.ts';
import { checkSigned, openJson, type SignedMessage } from './signed.ts';
import type { PedersenTrustees, TrusteeEntry, TrusteeKey } from './trustees.ts';

/** A fresh key pair of a single trustee. The secret is in [0, q). */
export function makeTrusteeKey(arithmetic: Arithmetic, random: Random): { secret: bigint; key: TrusteeKey } {
  const secret = randomBelow(arithmetic.group.q, random);
  return { secret, key: proveTrusteeKey(arithmetic, secret, random) };
}

/** The public key of a secret, with the proof of knowledge. */
export function proveTrusteeKey(arithmetic: Arithmetic, secret: bigint, random: Random): TrusteeKey {
  const publicKey = arithmetic.secretPower(arithmetic.group.g, secret % arithmetic.group.q);
  return {
    publicKey,
    pok: proveKnowledge(arithmetic, secret % arithmetic.group.q, statementOf(arithmetic, publicKey), random),
  };
}

function statementOf(arithmetic: Arithmetic, publicKey: bigint): string {
  return `pok|${arithmetic.group.name}|${publicKey}|`;
}

function demandElement(arithmetic: Arithmetic, x: bigint): void {
  demand(
    arithmetic.isElement(x),
    'trustees.not-in-group',
    'A key of a trustee lies outside of the group of the election.',
  );
  demand(
    x !== 1n,
    'trustees.identity',
    'A key of a trustee is the number 1, which everybody can decrypt with.',
  );
}

/** @throws Rejection `trustees.not-in-group`, `trustees.identity`, `trustees.pok` */
export function checkTrusteeKey(arithmetic: Arithmetic, key: TrusteeKey): void {
  demandElement(arithmetic, key.publicKey);
  demand(
    knowsLogarithm(arithmetic, key.publicKey, statementOf(arithmetic, key.publicKey), key.pok),
    'trustees.pok',
    'A trustee does not prove to hold the secret of the published key.',
  );
}

/** Keys of a trustee's certificate: for signatures, and for messages to the trustee. */
export interface CertKeys {
  verification: bigint;
  encryption: bigint;
}

/** @throws Rejection `trustees.cert-signature`, `trustees.not-in-group`, `trustees.identity` */
export function openCert(arithmetic: Arithmetic, cert: SignedMessage): CertKeys {
  const json = openJson(cert, ['verification', 'encryption']);
  const keys = { verification: asNumber(json.verification), encryption: asNumber(json.encryption) };
  demandElement(arithmetic, keys.verification);
  demandElement(arithmetic, keys.encryption);
  checkSigned(arithmetic, keys.verification, cert, 'trustees.cert-signature');
  return keys;
}

/** Commitments g^a_k to the coefficients of a trustee's polynomial. @throws Rejection `trustees.coefexps-signature`, … */
export function openCoefexps(arithmetic: Arithmetic, cert: CertKeys, coefexps: SignedMessage): bigint[] {
  checkSigned(arithmetic, cert.verification, coefexps, 'trustees.coefexps-signature');
  const commitments = asArray(openJson(coefexps, ['coefexps']).coefexps).map(asNumber);
  for (const commitment of commitments) {
    const element = arithmetic.isElement(commitment);
    demand(
      element,
      'trustees.not-in-group',
      'A message of a trustee holds a number outside of the group of the election.',
    );
  }
  return commitments;
}

/** prod_k A_k^(j^k): what trustee j's share of one polynomial must be the logarithm of. */
export function shareCommitment(arithmetic: Arithmetic, commitments: readonly bigint[], j: number): bigint {
  let exponent = 1n;
  const factors = commitments.map((commitment) => {
    const factor = arithmetic.power(commitment, exponent);
    exponent = (exponent * BigInt(j)) % arithmetic.group.q;
    return factor;
  });
  return arithmetic.product(factors);
}

/** Checks all public messages of a threshold group. @returns its part of the election's public key */
export function checkPedersen(arithmetic: Arithmetic, trustees: PedersenTrustees): bigint {
  const { threshold, certs, coefexps, verificationKeys } = trustees;
  const n = certs.length;
  demand(
    n > 0 && coefexps.length === n && verificationKeys.length === n,
    'trustees.malformed',
    'The group of trustees lacks a message of one of them.',
  );
  demand(
    Number.isInteger(threshold) && threshold > 0 && threshold <= n,
    'trustees.threshold',
    'The number of trustees needed for decryption is not possible.',
  );
  const polynomials = certs.map((cert, i) =>
    openCoefexps(arithmetic, openCert(arithmetic, cert), coefexps[i]!),
  );
  demand(
    polynomials.every((commitments) => commitments.length === threshold),
    'trustees.threshold',
    'The number of trustees needed for decryption is not the one that the keys were made for.',
  );
  verificationKeys.forEach((key, place) => {
    checkTrusteeKey(arithmetic, key);
    const expected = arithmetic.product(
      polynomials.map((commitments) => shareCommitment(arithmetic, commitments, place + 1)),
    );
    demand(
      key.publicKey === expected,
      'trustees.verification-key',
      'The key of a trustee does not follow from the key ceremony.',
    );
  });
  return arithmetic.product(polynomials.map((commitments) => commitments[0]!));
}

/**
 * Checks every trustee, and that the election's key is the product of theirs.
 * @throws Rejection `trustees.*`
 */
export function checkTrustees(
  arithmetic: Arithmetic,
  entries: readonly TrusteeEntry[],
  electionKey: bigint,
): void {
  const parts = entries.map((entry) => {
    if (entry.type === 'Pedersen') return checkPedersen(arithmetic, entry);
    checkTrusteeKey(arithmetic, entry.key);
    return entry.key.publicKey;
  });
  const holds = arithmetic.product(parts) === electionKey && electionKey !== 1n;
  demand(
    holds,
    'trustees.election-key',
    'The key of the election is not the one that the trustees made together.',
  );
}

/** The public key of an election with these trustees; call `checkTrustees` with it. */
export function electionKeyOf(arithmetic: Arithmetic, entries: readonly TrusteeEntry[]): bigint {
  return arithmetic.product(
    entries.map((entry) =>
      entry.type === 'Pedersen' ? checkPedersen(arithmetic, entry) : entry.key.publicKey,
    ),
  );
}

import { sha256Integer } from '../codec/hash.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asArray, asNumber, asObject, asString } from '../codec/shape.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import { type Random, randomBase58, randomBelow } from '../random.ts';
import { openMessage, sendMessage } from './channel.ts';
import {
  type CertKeys,
  checkPedersen,
  openCert,
  openCoefexps,
  proveTrusteeKey,
  shareCommitment,
} from './check-trustees.ts';
import { readSigned, type SignedMessage, signJson, writeSigned } from './signed.ts';
import { type PedersenTrustees, readTrusteeKey, type TrusteeKey, writeTrusteeKey } from './trustees.ts';

/** Secrets of a trustee in the ceremony; both follow from a seed of 22 base58 characters. */
export interface TrusteeSecrets {
  signing: bigint;
  decryption: bigint;
}

export function makeSeed(random: Random): string {
  return randomBase58(22, random);
}

/** The secrets of a seed; the protocol does not reduce them modulo q. */
export function secretsOfSeed(seed: string): TrusteeSecrets {
  return { signing: sha256Integer(`sk|${seed}`), decryption: sha256Integer(`dk|${seed}`) };
}

function publicKeysOf(arithmetic: Arithmetic, secrets: TrusteeSecrets): CertKeys {
  const { g, q } = arithmetic.group;
  return {
    verification: arithmetic.secretPower(g, secrets.signing % q),
    encryption: arithmetic.secretPower(g, secrets.decryption % q),
  };
}

/** Step 1: a trustee's certificate. */
export function makeCert(arithmetic: Arithmetic, secrets: TrusteeSecrets, random: Random): SignedMessage {
  const keys = publicKeysOf(arithmetic, secrets);
  const json = { verification: String(keys.verification), encryption: String(keys.encryption) };
  return signJson(arithmetic, secrets.signing, json, random);
}

/** Step 2: reads one certificate a line, and checks them all. @throws Rejection `trustees.*` */
export function readCerts(
  arithmetic: Arithmetic,
  lines: readonly string[],
): { certs: SignedMessage[]; keys: CertKeys[] } {
  const certs = lines.map((line) => readSigned(readJson(line), arithmetic.group));
  const keys = certs.map((cert) => openCert(arithmetic, cert));
  const distinct = new Set(keys.map((key) => key.verification)).size === keys.length;
  demand(
    keys.length > 0 && distinct,
    'trustees.malformed',
    'The same certificate is given twice, or none at all.',
  );
  return { certs, keys };
}

/** What a trustee sends in step 3: the polynomial for oneself, a secret share for everybody, commitments for all to see. */
export interface PolynomialMessage {
  polynomial: string;
  secrets: string[];
  coefexps: SignedMessage;
}

/** Step 3: a random polynomial of degree threshold - 1, shared out. */
export function makePolynomial(
  arithmetic: Arithmetic,
  secrets: TrusteeSecrets,
  certs: readonly CertKeys[],
  threshold: number,
  random: Random,
): PolynomialMessage {
  demand(
    Number.isInteger(threshold) && threshold > 0 && threshold <= certs.length,
    'trustees.threshold',
    'The number of trustees needed for decryption is not possible.',
  );
  const { g, q } = arithmetic.group;
  placeOf(arithmetic, secrets, certs);
  const own = publicKeysOf(arithmetic, secrets);
  const coefficients = Array.from({ length: threshold }, () => randomBelow(q, random));
  const send = (to: bigint, json: Json): string => sendMessage(arithmetic, secrets.signing, to, json, random);
  return {
    polynomial: send(own.encryption, { polynomial: coefficients.map(String) }),
    secrets: certs.map((cert, i) =>
      send(cert.encryption, { secret: String(evaluate(coefficients, i + 1, q)) }),
    ),
    coefexps: signJson(
      arithmetic,
      secrets.signing,
      { coefexps: coefficients.map((a) => String(arithmetic.secretPower(g, a))) },
      random,
    ),
  };
}

function evaluate(coefficients: readonly bigint[], x: number, q: bigint): bigint {
  return coefficients.reduceRight((acc, a) => mod(acc * BigInt(x) + a, q), 0n);
}

/** 0-based place of a trustee among the certificates. @throws Rejection `trustees.recipient` */
export function placeOf(arithmetic: Arithmetic, secrets: TrusteeSecrets, certs: readonly CertKeys[]): number {
  const own = publicKeysOf(arithmetic, secrets);
  const place = certs.findIndex(
    (cert) => cert.verification === own.verification && cert.encryption === own.encryption,
  );
  demand(place >= 0, 'trustees.recipient', 'The key does not belong to any of the certificates.');
  return place;
}

export function readPolynomial(text: string, arithmetic: Arithmetic): PolynomialMessage {
  const json = asObject(readJson(text), ['polynomial', 'secrets', 'coefexps']);
  return {
    polynomial: asString(json.polynomial),
    secrets: asArray(json.secrets).map(asString),
    coefexps: readSigned(json.coefexps, arithmetic.group),
  };
}

export function writePolynomial(message: PolynomialMessage): string {
  const { polynomial, secrets, coefexps } = message;
  return writeJson({ polynomial, secrets, coefexps: writeSigned(coefexps) });
}

/** What trustee j receives in step 4. */
export interface CeremonyInput {
  polynomial: string;
  secrets: string[];
  coefexps: SignedMessage[];
}

/** Step 4: hands everybody what is meant for them. @throws Rejection `trustees.*` */
export function routeShares(
  arithmetic: Arithmetic,
  certs: readonly CertKeys[],
  polynomials: readonly PolynomialMessage[],
): CeremonyInput[] {
  demand(
    polynomials.length === certs.length &&
      polynomials.every(({ secrets }) => secrets.length === certs.length),
    'trustees.malformed',
    'The ceremony lacks a message of one of the trustees.',
  );
  const degrees = polynomials.map(({ coefexps }, i) => openCoefexps(arithmetic, certs[i]!, coefexps).length);
  const same = degrees.every((degree) => degree === degrees[0] && degree > 0 && degree <= certs.length);
  demand(same, 'trustees.threshold', 'The trustees made their shares for different thresholds.');
  return certs.map((_, j) => ({
    polynomial: polynomials[j]!.polynomial,
    secrets: polynomials.map(({ secrets }) => secrets[j]!),
    coefexps: polynomials.map(({ coefexps }) => coefexps),
  }));
}

export function readCeremonyInput(text: string, arithmetic: Arithmetic): CeremonyInput {
  const json = asObject(readJson(text), ['polynomial', 'secrets', 'coefexps']);
  return {
    polynomial: asString(json.polynomial),
    secrets: asArray(json.secrets).map(asString),
    coefexps: asArray(json.coefexps).map((item) => readSigned(item, arithmetic.group)),
  };
}

export function writeCeremonyInput({ polynomial, secrets, coefexps }: CeremonyInput): string {
  return writeJson({ polynomial, secrets, coefexps: coefexps.map(writeSigned) });
}

/** What a trustee makes in step 5: the decryption key encrypted to oneself, and its public half. */
export interface CeremonyOutput {
  privateKey: string;
  publicKey: TrusteeKey;
}

/**
 * Step 5: checks the shares received against everybody's commitments, and adds them up.
 * @param threshold what the trustees agreed on: polynomials of another degree would make another number necessary
 * @throws Rejection `trustees.share`, `trustees.threshold`, …
 */
export function combineShares(
  arithmetic: Arithmetic,
  secrets: TrusteeSecrets,
  certs: readonly CertKeys[],
  input: CeremonyInput,
  threshold: number,
  random: Random,
): CeremonyOutput {
  const { g, q } = arithmetic.group;
  const place = placeOf(arithmetic, secrets, certs);
  const encryption = certs[place]!.encryption;
  const complete = input.secrets.length === certs.length && input.coefexps.length === certs.length;
  demand(complete, 'trustees.malformed', 'The ceremony lacks a message of one of the trustees.');
  const recipient = { secret: secrets.decryption, encryption };
  let decryptionKey = 0n;
  certs.forEach((cert, i) => {
    const text = openMessage(arithmetic, recipient, cert.verification, input.secrets[i]!);
    const share = asNumber(asObject(readJson(text), ['secret']).secret);
    const commitments = openCoefexps(arithmetic, cert, input.coefexps[i]!);
    demand(
      commitments.length === threshold,
      'trustees.threshold',
      'A trustee made shares for another threshold than the one agreed on.',
    );
    // belenios-tool sends the value of its polynomial as it comes, which may be above q.
    const right =
      arithmetic.secretPower(g, share % q) === shareCommitment(arithmetic, commitments, place + 1);
    demand(
      right,
      'trustees.share',
      `The share from trustee ${i + 1} does not match what that trustee published.`,
    );
    decryptionKey += share;
  });
  const json = { decryption_key: String(decryptionKey) };
  return {
    privateKey: sendMessage(arithmetic, secrets.signing, encryption, json, random),
    publicKey: proveTrusteeKey(arithmetic, decryptionKey, random),
  };
}

export function readCeremonyOutput(text: string, arithmetic: Arithmetic): CeremonyOutput {
  const json = asObject(readJson(text), ['private_key', 'public_key']);
  return {
    privateKey: asString(json.private_key),
    publicKey: readTrusteeKey(json.public_key, arithmetic.group),
  };
}

export function writeCeremonyOutput({ privateKey, publicKey }: CeremonyOutput): string {
  return writeJson({ private_key: privateKey, public_key: writeTrusteeKey(publicKey) });
}

/** Step 6: the group of trustees, all of it checked. @throws Rejection `trustees.*` */
export function assemblePedersen(
  arithmetic: Arithmetic,
  certs: readonly SignedMessage[],
  polynomials: readonly PolynomialMessage[],
  outputs: readonly CeremonyOutput[],
  threshold: number,
): PedersenTrustees {
  const trustees: PedersenTrustees = {
    type: 'Pedersen',
    threshold,
    certs: [...certs],
    coefexps: polynomials.map(({ coefexps }) => coefexps),
    verificationKeys: outputs.map(({ publicKey }) => publicKey),
  };
  checkPedersen(arithmetic, trustees);
  return trustees;
}

/** Opens the decryption key that a trustee keeps (`.dkey`). In [0, n q): not reduced. */
export function openDecryptionKey(
  arithmetic: Arithmetic,
  secrets: TrusteeSecrets,
  privateKey: string,
): bigint {
  const own = publicKeysOf(arithmetic, secrets);
  const recipient = { secret: secrets.decryption, encryption: own.encryption };
  const text = openMessage(arithmetic, recipient, own.verification, privateKey);
  return asNumber(asObject(readJson(text), ['decryption_key']).decryption_key);
}

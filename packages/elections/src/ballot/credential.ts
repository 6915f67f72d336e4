import { utf8 } from '@koinon/transparency-log';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { readJson, writeJson } from '../codec/json.ts';
import { asArray, asString } from '../codec/shape.ts';
import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { Group } from '../group/group.ts';
import { base58Value, type Random, randomBase58 } from '../random.ts';

const LENGTH = 14;
const CHECKSUM_MODULUS = 53n;
const ITERATIONS = 1000;
const SHAPE = /^(?:[1-9A-HJ-NP-Za-km-z]{3}-){4}[1-9A-HJ-NP-Za-km-z]{3}$/;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * A fresh private credential, `XXX-XXX-XXX-XXX-XXX`: 14 random base58 characters and a check character.
 *
 * @example makeCredential(crypto.randomBytes)
 */
export function makeCredential(random: Random): string {
  const token = randomBase58(LENGTH, random);
  return (token + checkCharacter(token)).replace(/(...)(?=.)/g, '$1-');
}

/** Whether a text is a well-formed private credential: catches slips of the pen before they cost a vote. */
export function isCredential(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const bare = text.replaceAll('-', '');
  return bare[LENGTH] === checkCharacter(bare.slice(0, LENGTH));
}

function checkCharacter(token: string): string {
  let n = 0n;
  for (const character of token) n = n * 58n + BigInt(base58Value(character));
  return BASE58[Number(CHECKSUM_MODULUS - (n % CHECKSUM_MODULUS))]!;
}

/**
 * The secret exponent of a credential: PBKDF2-HMAC-SHA-256 over the printed text with the election's uuid as salt, 1000
 * iterations, 32 bytes, modulo q.
 */
export function credentialSecret(credential: string, uuid: string, group: Group): bigint {
  const bytes = pbkdf2(sha256, utf8(credential), utf8(uuid), { c: ITERATIONS, dkLen: 32 });
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n) % group.q;
}

/** The public half of a credential: g to the secret. */
export function publicCredential(credential: string, uuid: string, arithmetic: Arithmetic): bigint {
  return arithmetic.secretPower(arithmetic.group.g, credentialSecret(credential, uuid, arithmetic.group));
}

/** The list of voters as the board shows it: public credential to weight. Insertion order is the file's. */
export type PublicCredentials = Map<bigint, number>;

/** Weights are whole numbers below 2^30, as belenios-tool writes them. */
const MOST_WEIGHT = 2 ** 30 - 1;
/** An entry where it stands in the text of the list. */
const NEXT_ENTRY = /"(0|[1-9][0-9]{0,639})(?:,([1-9][0-9]{0,9}))?"([,\]])/y;

/** One voter of the list. */
export interface ListedVoter {
  credential: string;
  weight: number;
}

/**
 * The voters of a list one by one, so that nothing of it but its text is in memory.
 * @throws Rejection `json.*`, `credentials.malformed`, `credentials.weight`
 */
export function* listedVoters(text: string): Generator<ListedVoter> {
  if (text === '[]') return;
  let at = 1;
  while (text.startsWith('[')) {
    NEXT_ENTRY.lastIndex = at;
    const match = NEXT_ENTRY.exec(text);
    if (match === null) break;
    const weight = match[2] === undefined ? 1 : Number(match[2]);
    demand(weight <= MOST_WEIGHT, 'credentials.weight', 'A voter has a weight that is too large.');
    yield { credential: match[1]!, weight };
    at += match[0].length;
    if (match[3] === ',') continue;
    if (at === text.length) return;
    break;
  }
  // It is no such list: say why.
  asArray(readJson(text)).forEach(asString);
  throw new Rejection('credentials.malformed', 'An entry of the list of voters is malformed.');
}

/** The refusal of a voter who is listed twice. */
export function refuseTwice(isNew: boolean): void {
  demand(isNew, 'credentials.duplicate', 'A voter is listed twice.');
}

/** @throws Rejection `json.*`, `credentials.malformed`, `credentials.duplicate`, `credentials.weight` */
export function readPublicCredentials(text: string): PublicCredentials {
  const credentials: PublicCredentials = new Map();
  for (const { credential, weight } of listedVoters(text)) {
    const key = BigInt(credential);
    refuseTwice(!credentials.has(key));
    credentials.set(key, weight);
  }
  return credentials;
}

/** @throws Rejection `credentials.not-in-group`, `credentials.identity` */
export function checkCredentials(arithmetic: Arithmetic, credentials: Iterable<bigint>): void {
  for (const credential of credentials) {
    const element = arithmetic.isElement(credential);
    demand(
      element,
      'credentials.not-in-group',
      'An entry of the list of voters is no key of the group of the election.',
    );
    demand(
      credential !== 1n,
      'credentials.identity',
      'An entry of the list of voters is the number 1, with which everybody can vote.',
    );
  }
}

/** Sorted by credential, as the tool writes it; a weight is written where any voter has one other than 1. */
export function writePublicCredentials(credentials: PublicCredentials): string {
  const weighted = [...credentials.values()].some((weight) => weight !== 1);
  const sorted = [...credentials].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return writeJson(
    sorted.map(([credential, weight]) => (weighted ? `${credential},${weight}` : String(credential))),
  );
}

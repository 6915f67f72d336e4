import { type Json, readJson, writeJson } from '../codec/json.ts';
import { type Proof, readProof, writeProof } from '../codec/scalar.ts';
import { asArray, asInteger, asNumber, asObject, asString } from '../codec/shape.ts';
import { demand, Rejection } from '../error.ts';
import type { Group } from '../group/group.ts';
import { readSigned, type SignedMessage, writeSigned } from './signed.ts';

/** A public key with a proof that its maker knows the secret. */
export interface TrusteeKey {
  pok: Proof;
  publicKey: bigint;
  name?: string;
}

/** A trustee who must take part in decryption. */
export interface SingleTrustee {
  type: 'Single';
  key: TrusteeKey;
}

/** Trustees of whom any `threshold` can decrypt: Pedersen's distributed key generation, with all its public messages. */
export interface PedersenTrustees {
  type: 'Pedersen';
  threshold: number;
  certs: SignedMessage[];
  coefexps: SignedMessage[];
  verificationKeys: TrusteeKey[];
}

export type TrusteeEntry = SingleTrustee | PedersenTrustees;

export function readTrusteeKey(value: Json | undefined, group: Group): TrusteeKey {
  const json = asObject(value, ['pok', 'public_key', 'name?']);
  const key: TrusteeKey = {
    pok: readProof(json.pok, group, 'trustees.malformed'),
    publicKey: asNumber(json.public_key),
  };
  if (json.name !== undefined) key.name = asString(json.name);
  return key;
}

export function writeTrusteeKey(key: TrusteeKey): Json {
  const json: { [key: string]: Json } = { pok: writeProof(key.pok), public_key: String(key.publicKey) };
  if (key.name !== undefined) json.name = key.name;
  return json;
}

/** Reads the `trustees` message. @throws Rejection `json.*`, `trustees.malformed` */
export function readTrustees(text: string, group: Group): TrusteeEntry[] {
  const entries = asArray(readJson(text)).map((item): TrusteeEntry => {
    const [type, value, ...more] = asArray(item);
    if (more.length > 0) throw malformed();
    if (type === 'Single') return { type, key: readTrusteeKey(value, group) };
    if (type === 'Pedersen') return readPedersen(value, group);
    throw malformed();
  });
  demand(entries.length > 0, 'trustees.malformed', 'The election has no trustee.');
  return entries;
}

function malformed(): Rejection {
  return new Rejection('trustees.malformed', 'The list of trustees is malformed.');
}

/** The group of threshold trustees by itself: what the last step of the key ceremony makes. */
export function readPedersen(value: Json | undefined, group: Group): PedersenTrustees {
  const json = asObject(value, ['threshold', 'certs', 'coefexps', 'verification_keys']);
  return {
    type: 'Pedersen',
    threshold: asInteger(json.threshold),
    certs: asArray(json.certs).map((cert) => readSigned(cert, group)),
    coefexps: asArray(json.coefexps).map((coefexps) => readSigned(coefexps, group)),
    verificationKeys: asArray(json.verification_keys).map((key) => readTrusteeKey(key, group)),
  };
}

export function writePedersen(trustees: PedersenTrustees): Json {
  return {
    threshold: trustees.threshold,
    certs: trustees.certs.map(writeSigned),
    coefexps: trustees.coefexps.map(writeSigned),
    verification_keys: trustees.verificationKeys.map(writeTrusteeKey),
  };
}

/** The `trustees` message of an election. */
export function writeTrustees(entries: readonly TrusteeEntry[]): string {
  return writeJson(
    entries.map((entry) =>
      entry.type === 'Single' ? ['Single', writeTrusteeKey(entry.key)] : ['Pedersen', writePedersen(entry)],
    ),
  );
}

/** One decrypting trustee: owners are numbered from 1 over all entries in their order. */
export interface FlatTrustee {
  owner: number;
  /** Index of the entry, and of the trustee within it. */
  entry: number;
  place: number;
  publicKey: bigint;
}

export function flattenTrustees(entries: readonly TrusteeEntry[]): FlatTrustee[] {
  const flat: FlatTrustee[] = [];
  entries.forEach((entry, index) => {
    const keys = entry.type === 'Single' ? [entry.key] : entry.verificationKeys;
    keys.forEach(({ publicKey }, place) => {
      flat.push({ owner: flat.length + 1, entry: index, place, publicKey });
    });
  });
  return flat;
}

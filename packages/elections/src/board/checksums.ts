import { type PublicCredentials, readPublicCredentials } from '../ballot/credential.ts';
import { sha256Hex } from '../codec/hash.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asNumber, isObject } from '../codec/shape.ts';
import type { TrusteeEntry } from '../trustee/trustees.ts';

/** The messages of a board that its checksums are of. */
export interface ChecksumMessages {
  election: string;
  trustees: readonly TrusteeEntry[];
  credentials: string;
  tally?: string | undefined;
  /** In the order of the board. */
  shuffles?: readonly string[] | undefined;
}

/**
 * The checksums that people compare by telephone or print in minutes, as `belenios-tool election compute-checksums` writes
 * them: SHA-256 in hex, of a message, or of a key as a JSON text.
 */
export function writeChecksums(messages: ChecksumMessages): string {
  const { election, trustees, tally, shuffles = [] } = messages;
  const credentials = readPublicCredentials(messages.credentials);
  const json: { [key: string]: Json } = {
    election: sha256Hex(election),
    trustees: trustees.flatMap((entry) =>
      entry.type === 'Single' ? [named(entry.key.name, { checksum: keyChecksum(entry.key.publicKey) })] : [],
    ),
    trustees_threshold: trustees.flatMap((entry) =>
      entry.type === 'Pedersen'
        ? [
            {
              trustees: entry.verificationKeys.map((key, i) =>
                named(key.name, {
                  pki_key: sha256Hex(entry.certs[i]!.message),
                  verification_key: keyChecksum(key.publicKey),
                }),
              ),
              threshold: entry.threshold,
            },
          ]
        : [],
    ),
    num_voters: credentials.size,
  };
  if (isWeighted(credentials)) {
    const weights = [...credentials.values()];
    const [total, min, max] = [
      weights.reduce((sum, weight) => sum + weight, 0),
      weights.reduce((least, weight) => Math.min(least, weight)),
      weights.reduce((most, weight) => Math.max(most, weight)),
    ];
    json.weights = { total, min, max };
  }
  json.public_credentials = sha256Hex(messages.credentials);
  if (shuffles.length > 0) json.shuffles = shuffles.map((shuffle) => ({ checksum: sha256Hex(shuffle) }));
  if (tally !== undefined) json.encrypted_tally = sha256Hex(tally);
  return writeJson(json);
}

function named(name: string | undefined, json: { [key: string]: Json }): Json {
  return name === undefined ? json : { name, ...json };
}

function keyChecksum(publicKey: bigint): string {
  return sha256Hex(writeJson(String(publicKey)));
}

function isWeighted(credentials: PublicCredentials): boolean {
  return [...credentials.values()].some((weight) => weight !== 1);
}

/**
 * The hash of every ballot on a board in its order, with its weight where voters have weights: what
 * `belenios-tool election compute-ballot-summary` writes. The hash is the tracker in another writing.
 */
export function writeBallotSummary(ballots: readonly string[], credentialsText: string): string {
  const credentials = readPublicCredentials(credentialsText);
  const weighted = isWeighted(credentials);
  return writeJson(
    ballots.map((ballot): Json => {
      const hash = sha256Hex(ballot);
      if (!weighted) return { hash };
      const json = readJson(ballot);
      const credential = asNumber(isObject(json) ? json.credential : undefined);
      return { hash, weight: credentials.get(credential) ?? 0 };
    }),
  );
}

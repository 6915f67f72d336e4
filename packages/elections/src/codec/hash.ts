import { toBase64, toHex, utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';

/** Lower-case hex of SHA-256 of a text's UTF-8 bytes: how archives name their records. */
export function sha256Hex(text: string | Uint8Array): string {
  return toHex(sha256(typeof text === 'string' ? utf8(text) : text));
}

/** Base64 of SHA-256 without padding (43 characters): fingerprints of elections, trackers of ballots. */
export function sha256Base64(text: string): string {
  return toBase64(sha256(utf8(text))).replace(/=+$/, '');
}

/** SHA-256 of a text as a big-endian integer, not reduced. */
export function sha256Integer(text: string): bigint {
  return BigInt(`0x${sha256Hex(text)}`);
}

/** The random oracle of the protocol: SHA-256 of the statement, as an integer modulo q. */
export function challengeOf(statement: string, q: bigint): bigint {
  return sha256Integer(statement) % q;
}

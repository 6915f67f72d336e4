import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import { DisclosureError } from './error.ts';

const SALT_BYTES = 16;
/** Names that SD-JWT keeps for itself. */
const RESERVED = new Set(['_sd', '...']);

/**
 * The digest that stands in the record for a disclosure: base64url SHA-256 of its ASCII (RFC 9901 section 4.2.3).
 *
 * @example sd.includes(disclosureDigest(disclosure))
 */
export function disclosureDigest(disclosure: string): string {
  return toBase64Url(sha256(utf8(disclosure)));
}

/**
 * Salted commitments to personal fields: `sd` goes into the record as `_sd`, the disclosures are kept apart and can be
 * erased, after which the digests say nothing. `salts` gives at least 16 random bytes each time.
 *
 * @throws DisclosureError `malformed-disclosure`
 * @example
 * const { sd, disclosures } = makeDisclosures({ author: 'Maret Tamm' }, () => randomBytes(16))
 */
export function makeDisclosures(
  personal: Readonly<Record<string, unknown>>,
  salts: () => Uint8Array,
): { sd: string[]; disclosures: string[] } {
  const disclosures = Object.entries(personal).map(([name, value]) => {
    if (RESERVED.has(name)) throw new DisclosureError('malformed-disclosure', `${name} cannot name a field`);
    const salt = salts();
    if (salt.length < SALT_BYTES)
      throw new DisclosureError('malformed-disclosure', 'a salt has 16 bytes or more');
    return toBase64Url(utf8(JSON.stringify([toBase64Url(salt), name, value])));
  });
  // Sorted digests say nothing of the order of the fields.
  return { sd: disclosures.map(disclosureDigest).sort(), disclosures };
}

function read(disclosure: string): [name: string, value: unknown] {
  let parts: unknown;
  try {
    parts = JSON.parse(fromUtf8(fromBase64Url(disclosure)));
  } catch {
    throw new DisclosureError('malformed-disclosure', 'not base64url of JSON');
  }
  if (
    !Array.isArray(parts) ||
    parts.length !== 3 ||
    typeof parts[0] !== 'string' ||
    typeof parts[1] !== 'string'
  ) {
    throw new DisclosureError('malformed-disclosure', 'not [salt, name, value]');
  }
  if (RESERVED.has(parts[1]))
    throw new DisclosureError('malformed-disclosure', `${parts[1]} cannot name a field`);
  return [parts[1], parts[2]];
}

/**
 * The personal fields that the disclosures open. Every one must be committed to in `sd`, none twice; digests without a
 * disclosure are fields that were erased, or are not for this reader.
 *
 * @throws DisclosureError `malformed-disclosure`, `unknown-disclosure`, `duplicate-disclosure`
 * @example const { author } = readDisclosures(payload._sd ?? [], disclosures)
 */
export function readDisclosures(
  sd: readonly string[],
  disclosures: readonly string[],
): Record<string, unknown> {
  const committed = new Set(sd);
  const fields = new Map<string, unknown>();
  for (const disclosure of disclosures) {
    if (!committed.has(disclosureDigest(disclosure))) {
      throw new DisclosureError('unknown-disclosure', 'the record does not commit to the disclosure');
    }
    const [name, value] = read(disclosure);
    if (fields.has(name)) throw new DisclosureError('duplicate-disclosure', `two disclosures of ${name}`);
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

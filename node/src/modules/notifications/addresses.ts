import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import type { Kernel } from '../../kernel/kernel.ts';

/** Addresses that work without a login, since only their owner knows them: of a personal feed, and in each letter. */
type Purpose = 'feed' | 'stop';

const MAC_BYTES = 16;
const ID_BYTES = 16;

/** The part of an address that names a reader, and proves that this node made it for this purpose. */
export function secretOf({ keys }: Pick<Kernel, 'keys'>, purpose: Purpose, id: string, version = 0): string {
  const bytes = Buffer.from(parse(id));
  return Buffer.concat([bytes, mac(keys.secret('tokens'), purpose, bytes, version)]).toString('base64url');
}

/** Whose address it is; null where this node did not make it. The version is the reader's to check: see `proves`. */
export function idIn(secret: string): string | null {
  const bytes = Buffer.from(secret, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== secret) return null;
  try {
    return stringify(bytes.subarray(0, ID_BYTES));
  } catch {
    return null;
  }
}

/** Whether an address is the one that was made for this purpose and version, under any key that is still active. */
export function proves(
  { keys }: Pick<Kernel, 'keys'>,
  secret: string,
  purpose: Purpose,
  version = 0,
): boolean {
  const bytes = Buffer.from(secret, 'base64url');
  const [id, given] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  return (
    given.length === MAC_BYTES &&
    keys.secrets('tokens').some((key) => timingSafeEqual(mac(key, purpose, id, version), given))
  );
}

function mac(key: Uint8Array, purpose: Purpose, id: Uint8Array, version: number): Buffer {
  return createHmac('sha256', key)
    .update(`koinon notifications ${purpose} ${version}\n`)
    .update(id)
    .digest()
    .subarray(0, MAC_BYTES);
}

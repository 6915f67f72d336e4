import { sha256 } from '../sha256.ts';

/** Key of an advisory lock: different for each schema, so that nodes in one database do not meet. */
export function lockKey(schema: string, purpose: string): string {
  const digest = sha256(`${schema}\0lock\0${purpose}`);
  return new DataView(digest.buffer, digest.byteOffset).getBigInt64(0).toString();
}

/** Name of a notification channel, an identifier that needs no quotes. */
export function channelName(schema: string, purpose: string): string {
  return `k_${Buffer.from(sha256(`${schema}\0channel\0${purpose}`).subarray(0, 12)).toString('hex')}`;
}

/** pg-boss keeps its tables apart from ours. */
export function jobsSchema(schema: string): string {
  return `${schema}_jobs`;
}

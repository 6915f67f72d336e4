import { equal } from '@koinon/transparency-log';
import { FetchRefused } from '../fetch/index.ts';
import type { Kernel } from '../kernel.ts';
import { sha256 } from '../sha256.ts';

/** Largest body that we fetch from a partner. */
export const MAX_BLOB = 8 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

export interface BlobRef {
  node: string;
  jti: string;
  /** SHA-256, lower-case hex. */
  digest: string;
  size: number;
  mediaType: string;
}

/**
 * Brings here a body that a partner's record names by digest, if we do not hold it. What does not have the digest is not
 * kept. `gone`: it was erased, here or there; `later`: it could not be had now.
 */
export async function fetchBlob(kernel: Kernel, ref: BlobRef): Promise<'present' | 'gone' | 'later'> {
  const known = await kernel.db
    .selectFrom('blob')
    .select('state')
    .where('digest', '=', ref.digest)
    .executeTakeFirst();
  if (known) return known.state === 'present' ? 'present' : 'gone';
  if (ref.size > MAX_BLOB) return 'gone';
  const bytes = await ask(kernel, ref);
  if (typeof bytes === 'string') return bytes;
  if (bytes.length !== ref.size || !equal(sha256(bytes), Buffer.from(ref.digest, 'hex'))) {
    kernel.log.warn(
      { node: ref.node, jti: ref.jti, digest: ref.digest },
      'a blob is not what its record says',
    );
    return 'later';
  }
  await kernel.db
    .insertInto('blob')
    .values({
      digest: ref.digest,
      media_type: ref.mediaType,
      size: ref.size,
      state: 'present',
      bytes,
      jti: ref.jti,
      created_at: kernel.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return 'present';
}

async function ask(kernel: Kernel, { node, digest, size }: BlobRef): Promise<Uint8Array | 'gone' | 'later'> {
  try {
    const answer = await kernel.fetcher.fetch(`${node}/blobs/sha256/${digest}`, {
      maxBytes: size,
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.status === 200) return answer.body;
    return answer.status === 410 ? 'gone' : 'later';
  } catch (error) {
    if (error instanceof FetchRefused) return 'later';
    throw error;
  }
}

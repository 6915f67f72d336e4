import type { Tx } from '../database/tables.ts';
import { sha256Hex } from '../sha256.ts';
import { keepBlobUses } from './outbox.ts';

/** A file that a record names by its digest: evidence, a document, a table. */
export interface File {
  bytes: Uint8Array;
  mediaType: string;
}

export interface StoredFile {
  /** SHA-256, lower-case hex: its address is `/blobs/sha256/<digest>` once a record names it. */
  digest: string;
  size: number;
  mediaType: string;
}

export function describeFile({ bytes, mediaType }: File): StoredFile {
  return { digest: sha256Hex(bytes), size: bytes.length, mediaType };
}

/** Keeps files in the blob store; nobody can fetch them before `nameFiles` says which record carries them. */
export async function storeFiles(tx: Tx, files: readonly File[], at: Date): Promise<void> {
  const rows = files.map((file) => {
    const { digest, size, mediaType } = describeFile(file);
    return {
      digest,
      size,
      media_type: mediaType,
      state: 'present' as const,
      bytes: file.bytes,
      jti: null,
      created_at: at,
    };
  });
  const distinct = [...new Map(rows.map((row) => [row.digest, row])).values()];
  if (distinct.length === 0) return;
  await tx
    .insertInto('blob')
    .values(distinct)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

/** Says that a record carries these files: from then on they are public, and erased with it. */
export async function nameFiles(tx: Tx, log: number, jti: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  const held = await tx
    .updateTable('blob')
    .set((eb) => ({ jti: eb.fn.coalesce('jti', eb.val(jti)) }))
    .where('digest', 'in', [...digests])
    .returning('digest')
    .execute();
  await keepBlobUses(
    tx,
    held.map(({ digest }) => ({ log, jti, digest })),
  );
}

import type { Db, Tx } from '../../../kernel/database/tables.ts';
import type { EvidenceInput } from '../report.ts';
import { commitmentsDb } from '../schema.ts';

/** A file that was handed in with a form. */
export interface NewFile {
  sha256: string;
  bytes: Buffer;
  mediaType: string;
  /** As the person called it; it goes into no record. */
  name: string;
}

/** Keeps files beside the draft that names them: nobody else can fetch them before the draft is published. */
export async function storeUploads(
  tx: Tx,
  now: Date,
  draft: string,
  files: ReadonlyMap<string, NewFile>,
): Promise<void> {
  for (const { sha256, bytes, mediaType } of files.values()) {
    await commitmentsDb(tx)
      .insertInto('commitments_upload')
      .values({ draft, sha256, bytes, media_type: mediaType, created_at: now })
      .onConflict((conflict) => conflict.columns(['draft', 'sha256']).doNothing())
      .execute();
  }
}

export async function dropUploads(tx: Tx, draft: string): Promise<void> {
  await commitmentsDb(tx).deleteFrom('commitments_upload').where('draft', '=', draft).execute();
}

/** Puts the bytes of uploaded files where the draft names them; what it kept from an earlier version stays a digest. */
export async function withUploads(
  db: Db,
  draft: string | undefined,
  evidence: readonly EvidenceInput[],
): Promise<EvidenceInput[]> {
  if (draft === undefined) return [...evidence];
  const rows = await commitmentsDb(db)
    .selectFrom('commitments_upload')
    .select(['sha256', 'bytes', 'media_type'])
    .where('draft', '=', draft)
    .execute();
  const files = new Map(rows.map((row) => [row.sha256, row]));
  return evidence.map(({ sha256, ...one }) => {
    const file = sha256 === undefined ? undefined : files.get(sha256);
    if (file === undefined) return { ...one, ...(sha256 !== undefined && { sha256 }) };
    const data = Buffer.from(file.bytes).toString('base64');
    return { ...one, file: { mediaType: file.media_type, data } };
  });
}

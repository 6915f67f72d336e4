import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { describeFile, nameFiles, storeFiles } from '../../../kernel/records/files.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import { AlreadyKept, UnreadableFile } from '../error.ts';
import { BadFile } from '../exchange/error.ts';
import { type CommitmentsFile, readCommitmentsFile } from '../exchange/read-file.ts';
import { REFERENCE } from '../kinds.ts';
import type { Reference, ReferenceInput } from '../reference.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

/** Keeps a public file to compare with: its bytes, one record that names their digest, and its rows to search. */
export async function importReference(
  kernel: Kernel,
  actor: Actor,
  { text, body }: { text: string; body: ReferenceInput },
): Promise<Act> {
  require(actor, 'commitments.import');
  const read = readFile(text);
  const csv = read.format === 'ogp-irm';
  const file = {
    bytes: Buffer.from(text, 'utf8'),
    mediaType: csv ? 'text/csv; charset=utf-8' : 'application/json',
  };
  const { digest, size, mediaType } = describeFile(file);
  return await kernel.database.transaction(async (tx) => {
    await refuseKept(tx, kernel, digest);
    await storeFiles(tx, [file], kernel.clock.now());
    const act = await kernel.records.publish<Reference>(tx, actor, {
      kind: REFERENCE,
      sub: pathOf(SUBJECTS.reference, uuidv7()),
      body: {
        ...body,
        format: read.format,
        sha256: digest,
        size,
        mediaType,
        commitments: read.commitments,
        countries: csv ? read.countries : 1,
      },
    });
    await nameFiles(tx, kernel.ownLog, act.jti, [digest]);
    return act;
  });
}

/** The same bytes are kept once; a new version of a file is another file. Of two at once, the second waits here. */
async function refuseKept(tx: Tx, { ownLog }: Kernel, digest: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`commitments-reference ${digest}`}, 0))`.execute(
    tx,
  );
  const row = await commitmentsDb(tx)
    .selectFrom('commitments_reference')
    .select('sub')
    .where('log', '=', ownLog)
    .where('sha256', '=', digest)
    .where('state', '=', 'live')
    .executeTakeFirst();
  if (row !== undefined) throw new AlreadyKept(row.sub);
}

/** @throws UnreadableFile */
export function readFile(text: string): CommitmentsFile {
  try {
    return readCommitmentsFile(text);
  } catch (error) {
    if (error instanceof BadFile) throw new UnreadableFile(error.message);
    throw error;
  }
}

import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { RecordContext, SignedRecord } from '../../../kernel/records/record.ts';
import { idOf, requireId, retract, saveVersion } from '../../../kernel/subjects/index.ts';
import { BadFile } from '../exchange/error.ts';
import { readCommitmentsFile } from '../exchange/read-file.ts';
import { type ReferenceRow, referenceRows } from '../exchange/reference-rows.ts';
import type { Reference } from '../reference.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

/** Where the file is held here, its rows are read from it; a partner's reference is a record without rows. */
export async function projectReference(
  tx: Tx,
  record: SignedRecord<Reference>,
  context: RecordContext,
): Promise<void> {
  const { title, format, sha256, commitments, countries } = record.body;
  const columns = { title: JSON.stringify(title), format, sha256, commitments, countries };
  await saveVersion(tx, SUBJECTS.reference, record, context, columns);
  const reference = requireId(SUBJECTS.reference, record.sub);
  await removeRows(tx, context.log, reference);
  const text = context.own ? await textOf(tx, sha256) : null;
  if (text === null) return;
  await insertRows(tx, context.log, reference, rowsOf(text));
}

/** In one parameter: a row has 13 columns, and thousands of parameters cost more than the rows do. */
async function insertRows(
  tx: Tx,
  log: number,
  reference: string,
  rows: readonly ReferenceRow[],
): Promise<void> {
  await sql`insert into commitments_reference_row
      (log, reference, row, country, plan, number, title, lang, theme, areas, completion, star, body)
    select ${log}::int, ${reference}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      row int, country text, plan text, number text, title text, lang text, theme text, areas text[],
      completion text, star boolean, body jsonb
    )`.execute(tx);
}

export async function retractReference(
  tx: Tx,
  sub: string,
  context: RecordContext,
  how: 'withdrawn' | 'erased',
): Promise<void> {
  const id = idOf(SUBJECTS.reference, sub);
  if (id !== null) await removeRows(tx, context.log, id);
  await retract(tx, SUBJECTS.reference, sub, context, how, { title: '{}' });
}

async function removeRows(tx: Tx, log: number, reference: string): Promise<void> {
  await commitmentsDb(tx)
    .deleteFrom('commitments_reference_row')
    .where('log', '=', log)
    .where('reference', '=', reference)
    .execute();
}

async function textOf(tx: Tx, digest: string): Promise<string | null> {
  const blob = await tx
    .selectFrom('blob')
    .select('bytes')
    .where('digest', '=', digest)
    .where('state', '=', 'present')
    .executeTakeFirst();
  return blob?.bytes ? Buffer.from(blob.bytes).toString('utf8') : null;
}

/** A file of our own that this version cannot read is still ours to keep: it has no rows then. */
function rowsOf(text: string) {
  try {
    return referenceRows(readCommitmentsFile(text));
  } catch (error) {
    if (error instanceof BadFile) return [];
    throw error;
  }
}

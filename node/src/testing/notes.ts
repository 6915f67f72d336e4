import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../kernel/database/tables.ts';
import type { Module, RecordKind } from '../kernel/module/module.ts';
import { RefusedRecord } from '../kernel/records/error.ts';

const noteSchema = z.looseObject({ text: z.string().max(100_000) });
type Note = z.infer<typeof noteSchema>;

const note: RecordKind<Note> = {
  kind: 'notes/note@1',
  schema: noteSchema,
  async project(tx, record, context) {
    await sql`insert into notes_note (log, sub, jti, text) values (${context.log}, ${record.sub}, ${record.jti}, ${record.body.text})
      on conflict (log, sub) do update set jti = excluded.jti, text = excluded.text`.execute(tx);
    if (record.body.text === 'refuse') throw new RefusedRecord('refused');
  },
  async retract(tx, sub, context) {
    await sql`delete from notes_note where log = ${context.log} and sub = ${sub}`.execute(tx);
  },
  headline: () => null,
};

/** The smallest module that publishes something, for tests of the kernel. */
export const notes: Module = {
  name: 'notes',
  messages: async () => ({}),
  kinds: [note],
  tables: { notes_note: { kind: 'log-derived' } },
  migrations: {
    'notes-0001': {
      up: async (db) => {
        await sql`create table notes_note (
          log int not null, sub text not null, jti uuid not null, text text not null, primary key (log, sub))`.execute(
          db,
        );
      },
    },
  },
};

/** Rows of the module, for comparing. */
export async function readNotes(db: Db): Promise<{ sub: string; jti: string; text: string }[]> {
  const rows = await sql<{ sub: string; jti: string; text: string }>`
    select sub, jti, text from notes_note order by log, sub`.execute(db);
  return rows.rows;
}

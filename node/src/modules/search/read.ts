import type { Db } from '../../kernel/database/tables.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { RecordRef } from '../../kernel/log/provenance.ts';

/** Id of the record with this number in our own log, where what was typed is a number. */
export async function recordAt({ db, ownLog }: Kernel, typed: string): Promise<string | null> {
  if (!/^[0-9]{1,15}$/.test(typed)) return null;
  const entry = await db
    .selectFrom('entry')
    .select('jti')
    .where('log', '=', ownLog)
    .where('index', '=', Number(typed))
    .executeTakeFirst();
  return entry?.jti ?? null;
}

/** The latest record of each subject, by `<log> <sub>`. */
export async function latestRecords(
  db: Db,
  subjects: readonly { log: number; sub: string }[],
): Promise<Map<string, RecordRef>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('subject')
    .select(['log', 'sub', 'latest'])
    .where(
      'sub',
      'in',
      subjects.map(({ sub }) => sub),
    )
    .execute();
  return new Map(rows.map(({ log, sub, latest }) => [subjectKey({ log, sub }), { log, jti: latest }]));
}

export function subjectKey({ log, sub }: { log: number; sub: string }): string {
  return `${log} ${sub}`;
}

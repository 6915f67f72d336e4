import type { Tx } from '../database/tables.ts';
import { readAccount } from '../identity/accounts.ts';
import type { Kernel } from '../kernel.ts';
import { tracesOf } from '../participation/index.ts';
import { privateTables } from './walk.ts';

/** All that the node holds of a person, as the person downloads it (Regulation (EU) 2016/679, articles 15 and 20). */
export interface PersonalData {
  node: string;
  at: string;
  /** Rows by table, with how long such rows are kept; tables that hold nothing of the person are left out. */
  tables: Record<string, { retention: string; rows: unknown[] }>;
  /** Where the person took part under a pseudonym, with the records. */
  participation: { process: string; pseudonym: string; kept: string; records: string[]; fields: string[] }[];
}

export async function personalDataOf(kernel: Kernel, account: string): Promise<PersonalData> {
  const { database, identity, clock } = kernel;
  return await database.transaction(async (tx) => {
    const person = await readAccount(tx, account);
    const tables: PersonalData['tables'] = {};
    for (const [name, { retention, exportFor }] of privateTables(kernel)) {
      const rows = await exportFor(tx, account);
      if (rows.length > 0) tables[name] = { retention, rows };
    }
    const traces = await tracesOf(tx, kernel, person);
    const fields = await fieldsOf(
      tx,
      kernel,
      traces.flatMap(({ jtis }) => jtis),
    );
    return {
      node: identity.origin,
      at: clock.now().toISOString(),
      tables,
      participation: traces.map(({ process, pseudonym, objectionUntil, jtis }) => ({
        process: `${identity.origin}${process}`,
        pseudonym,
        kept: objectionUntil === null ? 'until objections end' : `until ${objectionUntil.toISOString()}`,
        records: jtis.map((jti) => `${identity.origin}/records/${jti}`),
        fields: jtis.flatMap((jti) => fields.filter((row) => row.jti === jti).map((row) => row.disclosure)),
      })),
    };
  }, 'repeatable read');
}

/** Personal fields of records, as they were committed to. */
async function fieldsOf(tx: Tx, { ownLog }: Kernel, jtis: readonly string[]) {
  if (jtis.length === 0) return [];
  return await tx
    .selectFrom('disclosure')
    .select(['jti', 'disclosure'])
    .where('log', '=', ownLog)
    .where('jti', 'in', jtis)
    .execute();
}

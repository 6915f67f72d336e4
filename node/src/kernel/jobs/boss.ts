import { type Db, fromPglite, PgBoss } from 'pg-boss';
import { jobsSchema } from '../database/names.ts';
import type { OpenDatabase } from '../database/open.ts';

/** pg-boss over the connection(s) that the node has anyway, in a schema of its own. */
export function makeBoss(database: OpenDatabase): PgBoss {
  return new PgBoss({
    db: database.kind === 'pglite' ? fromPglite(database.pglite) : overPool(database.pool),
    backend: database.kind === 'pglite' ? 'pglite' : 'postgres',
    schema: jobsSchema(database.schema),
    // The pages of PGlite are few and its one connection is precious: neither is worth watching.
    reindex: database.kind === 'postgres',
    monitorVacuum: false,
    superviseIntervalSeconds: 60,
  });
}

function overPool(pool: { query(text: string, values?: unknown[]): Promise<unknown> }): Db {
  return {
    async executeSql(text, values) {
      const result = (await pool.query(text, values)) as { rows: unknown[] } | { rows: unknown[] }[];
      // Several statements in one text answer with one result each.
      return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows };
    },
  };
}

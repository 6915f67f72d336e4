import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { OldPostgres, UnusableDatabase } from './error.ts';
import { channelName } from './names.ts';
import { type Listener, makeListener } from './postgres-listener.ts';
import type { KernelTables } from './tables.ts';
import { runTransaction } from './transaction.ts';
import { INT8, parseInt8 } from './types.ts';

/** A new connection knows no table yet: its first queries take ten times as long to plan. */
const KEEP_IDLE_MS = 10 * 60_000;

export interface PostgresDatabase extends Database {
  readonly kind: 'postgres';
  readonly pool: pg.Pool;
}

/** Opens a schema of a PostgreSQL database through a pool of connections. */
export async function openPostgres(url: string, schema: string, connections = 10): Promise<PostgresDatabase> {
  const settings: pg.ClientConfig = {
    connectionString: url,
    application_name: `koinon ${schema}`,
    options: `-c search_path=${schema},public -c timezone=UTC`,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  };
  const pool = new pg.Pool({ ...settings, max: connections, idleTimeoutMillis: KEEP_IDLE_MS });
  // Without a listener, a connection that dies while idle would end the process.
  pool.on('error', () => {});
  const db = new Kysely<KernelTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await checkVersion(db);
  } catch (error) {
    await pool.end();
    throw error instanceof OldPostgres ? error : new UnusableDatabase(url, error);
  }
  let listener: Listener | undefined;
  let closing: Promise<void> | undefined;
  return {
    kind: 'postgres',
    db,
    schema,
    pool,
    transaction: (work, isolation) => runTransaction(db, work, isolation),
    notify: async (tx, channel, payload = '') => {
      await sql`select pg_notify(${channelName(schema, channel)}, ${payload})`.execute(tx);
    },
    listen: async (channel, heard) => {
      listener ??= makeListener(settings);
      return await listener.listen(channelName(schema, channel), heard);
    },
    close: () => {
      closing ??= (async () => {
        await listener?.close();
        await pool.end();
      })();
      return closing;
    },
  };
}

function typeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 && format !== 'binary' ? parseInt8 : pg.types.getTypeParser(oid, format as 'text');
}

async function checkVersion(db: Kysely<KernelTables>): Promise<void> {
  const rows = await sql<{ server_version_num: string; server_version: string }>`
    select current_setting('server_version_num') as server_version_num,
      current_setting('server_version') as server_version`.execute(db);
  const row = rows.rows[0];
  if (!row || Number(row.server_version_num) < 150_000)
    throw new OldPostgres(row?.server_version ?? 'unknown');
}

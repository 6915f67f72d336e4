import { KoinonError } from '../error.ts';

/** The database was written by a newer version of the software, which this one would not understand. */
export class NewerSchema extends KoinonError {
  readonly code = 'newer-schema';
  override readonly detail: Record<string, unknown>;
  constructor(unknown: readonly string[]) {
    super(
      `The database has migrations that this version does not know: ${unknown.join(', ')}. Run the newer version.`,
    );
    this.detail = { unknown };
  }
}

/** Another process has the data directory open; PGlite would lose writes if two did. */
export class DirectoryInUse extends KoinonError {
  readonly code = 'directory-in-use';
  readonly pid: number;
  constructor(directory: string, pid: number) {
    super(`${directory} is open in process ${pid}. Stop that process first, or use another KOINON_DATA.`);
    this.pid = pid;
  }
}

/** A bigint that JavaScript numbers cannot hold exactly. */
export class UnsafeInteger extends KoinonError {
  readonly code = 'unsafe-integer';
  constructor(value: string) {
    super(`${value} is beyond 2^53 - 1`);
  }
}

/** PostgreSQL does not answer, or does not let us in. */
export class UnusableDatabase extends KoinonError {
  readonly code = 'unusable-database';
  constructor(url: string, cause: unknown) {
    const { message, code } = cause as { message?: string; code?: string };
    const where = URL.canParse(url) ? `at ${new URL(url).host}${new URL(url).pathname} ` : '';
    super(
      `The PostgreSQL ${where}cannot be used: ${message || code}. See that it runs and that DATABASE_URL is right.`,
    );
    this.cause = cause;
  }
}

/** SQLSTATE classes: connection lost, out of resources, shutting down, lock timeout. */
const NO_DATABASE = /^(08...|53...|57P0.|55P03)$/;
const NO_CONNECTION = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT)$/;

/** Whether a query failed because the database is not there right now, which is no fault of the query. */
export function isDatabaseAway(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && (NO_DATABASE.test(code) || NO_CONNECTION.test(code));
}

/** The node runs, and its database has gone away. */
export class DatabaseAway extends KoinonError {
  readonly code = 'database-away';
  override readonly status = 503;
  constructor(cause: unknown) {
    super(
      `The node runs, but its database does not answer: ${(cause as Error).message}. Start PostgreSQL; the node goes on by itself.`,
    );
    this.cause = cause;
  }
}

/** PostgreSQL is older than the features that we use. */
export class OldPostgres extends KoinonError {
  readonly code = 'old-postgres';
  constructor(version: string) {
    super(`Koinon needs PostgreSQL 15 or newer; this server is ${version}.`);
  }
}

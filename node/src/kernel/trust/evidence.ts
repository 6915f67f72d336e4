import type { Db, Tx } from '../database/tables.ts';
import { sha256Hex } from '../sha256.ts';

/** Under which name a chain is kept: SHA-256 of its statements, one a line. */
export function chainDigest(statements: readonly string[]): string {
  return sha256Hex(statements.join('\n'));
}

/** Keeps a raw chain under which something is accepted, for whoever has to judge it later. @returns its digest */
export async function keepEvidence(
  tx: Tx,
  { subject, statements }: { subject: string; statements: readonly string[] },
  now: Date,
): Promise<string> {
  const digest = chainDigest(statements);
  await tx
    .insertInto('trust_evidence')
    .values({ digest, subject, statements: JSON.stringify(statements), kept_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return digest;
}

/** A chain that was kept. */
export async function readEvidence(db: Db, digest: string): Promise<readonly string[] | null> {
  const row = await db
    .selectFrom('trust_evidence')
    .select('statements')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row?.statements ?? null;
}

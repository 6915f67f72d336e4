import type { Db } from '../../../kernel/database/tables.ts';
import { readAccount } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { headlinesOf, type RecordHeadline } from '../../../kernel/log/headline.ts';
import { tracesOf } from '../../../kernel/participation/index.ts';
import { readRecord } from '../../../kernel/records/read.ts';

/** One record that the person published. */
export interface OwnRecord {
  jti: string;
  kind: string;
  at: Date;
  /** Whether there is a receipt already. */
  logged: boolean;
  headline: RecordHeadline | null;
  /** The process in which it was published under a pseudonym; null: under the account. */
  process: string | null;
}

/** Newest first; `after` is the id of the last one that was shown. Ids of records are ordered by time (UUIDv7). */
export async function ownRecords(
  kernel: Kernel,
  account: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ items: OwnRecord[]; next: string | null }> {
  const traces = await kernel.database.transaction(async (tx) =>
    tracesOf(tx, kernel, await readAccount(tx, account)),
  );
  const hidden = traces.flatMap(({ process, jtis }) => jtis.map((jti) => ({ jti, process })));
  const named = await namedRecords(kernel.db, account, limit + 1, after);
  const all = [...named.map((jti) => ({ jti, process: null })), ...hidden]
    .filter(({ jti }) => after === null || jti < after)
    .sort((a, b) => (a.jti < b.jti ? 1 : -1));
  const shown = all.slice(0, limit);
  const items = await Promise.all(shown.map(({ jti, process }) => describe(kernel, jti, process)));
  return {
    items: items.filter((item) => item !== null),
    next: all.length > limit ? (shown.at(-1)?.jti ?? null) : null,
  };
}

async function namedRecords(db: Db, account: string, limit: number, after: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('authorship')
    .select('jti')
    .where('account', '=', account)
    .$if(after !== null, (query) => query.where('jti', '<', after as string))
    .orderBy('jti', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ jti }) => jti);
}

async function describe(kernel: Kernel, jti: string, process: string | null): Promise<OwnRecord | null> {
  const stored = await readRecord(kernel, jti);
  if (!stored?.own) return null;
  const [headline = null] = await headlinesOf(kernel, [{ body: stored.jws, own: true }]);
  const at = new Date((stored.iat ?? 0) * 1000);
  return { jti, kind: stored.kind ?? '', at, logged: stored.logged, headline, process };
}

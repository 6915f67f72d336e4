import { type AllianceRecords, readAllianceRecords } from '../../../kernel/alliances/index.ts';
import type { Db, Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { readShownLogs, type ShownLogs } from '../../../kernel/log/shown-logs.ts';
import { type SeenAlliance, seenAlliances } from '../life/seen.ts';

/** Every alliance that a log tells of which we hold. */
export interface Seen {
  shown: ShownLogs;
  records: AllianceRecords;
  alliances: ReadonlyMap<string, SeenAlliance>;
}

export async function readSeen(db: Db | Tx, shown?: ShownLogs): Promise<Seen> {
  const logs = shown ?? (await readShownLogs(db));
  const records = await readAllianceRecords(db, logs.logs);
  return { shown: logs, records, alliances: seenAlliances(records) };
}

const kept = keepWhileUnchanged<Seen>(10_000);

/** The same for pages: many readers share one answer. */
export async function keptSeen(kernel: Kernel): Promise<Seen> {
  const shown = await readShownLogs(kernel.db);
  return await kept(kernel, shown, '', () => readSeen(kernel.db, shown));
}

/** An alliance by where it is shown: ours (`host` null) or that of the partner at `host`. */
export function allianceAt({ alliances }: Seen, host: string | null, slug: string): SeenAlliance | null {
  const found = [...alliances.values()].find(
    (one) => one.slug === slug && (host === null ? one.host.own : !one.host.own && one.host.host === host),
  );
  return found ?? null;
}

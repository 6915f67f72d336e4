import { equal } from '@koinon/transparency-log';
import type { Kernel } from '../kernel.ts';
import { checkLog } from './check-log.ts';
import { compareTables, type TableState } from './compare-tables.ts';
import type { Problem } from './problem.ts';
import { rebuild } from './rebuild.ts';

export interface FsckOptions {
  /** Also make all public tables anew from the logs. */
  rebuild?: boolean;
  onProgress?: (log: string, done: number, of: number) => void;
}

export interface FsckResult {
  ok: boolean;
  logs: { origin: string; role: 'own' | 'partner'; size: number; flagged: number }[];
  /** Public tables, held against what the logs make of them. */
  tables: TableState[];
  problems: Problem[];
  /** Records that were projected again; null without `rebuild`. */
  rebuilt: number | null;
}

/** Checks every log that the node holds, and that every public table is what the logs make of it. */
export async function runFsck(kernel: Kernel, options: FsckOptions = {}): Promise<FsckResult> {
  const rebuilt = options.rebuild ? await rebuild(kernel, options.onProgress) : null;
  const { logs, problems } = await checkLogs(kernel, options.onProgress);
  const compared = await compareTables(kernel, options.onProgress);
  problems.push(...compared.problems);
  return { ok: problems.length === 0, logs, tables: compared.tables, problems, rebuilt };
}

/** Checks every log that the node holds, with nothing but its entries and keys. */
export async function checkLogs(
  kernel: Kernel,
  onProgress?: FsckOptions['onProgress'],
): Promise<Pick<FsckResult, 'logs' | 'problems'>> {
  const problems: Problem[] = [];
  const logs: FsckResult['logs'] = [];
  for (const log of await kernel.db.selectFrom('log').selectAll().orderBy('id').execute()) {
    const report = (code: Problem['code'], index: number | null, detail: string) => {
      problems.push({ log: log.origin, code, index, detail });
    };
    const { flagged } = await checkLog(kernel, log, report, (done) =>
      onProgress?.(log.origin, done, log.size),
    );
    await checkCosigned(kernel, log, report);
    logs.push({ origin: log.origin, role: log.role, size: log.size, flagged });
  }
  return { logs, problems };
}

/** What our witness cosigned must be a state of the copy that we hold. */
async function checkCosigned(
  kernel: Kernel,
  log: { id: number; origin: string; size: number },
  report: (code: Problem['code'], index: number | null, detail: string) => void,
): Promise<void> {
  const cosigned = await kernel.db
    .selectFrom('cosigner')
    .select(['size', 'root'])
    .where('origin', '=', log.origin)
    .executeTakeFirst();
  if (!cosigned || cosigned.size > log.size) return;
  try {
    const root = await kernel.tiles.root(log.id, cosigned.size);
    if (!equal(root, cosigned.root))
      report('cosigned-root', null, `our witness cosigned another tree of ${cosigned.size}`);
  } catch (error) {
    report('tile', null, (error as Error).message);
  }
}

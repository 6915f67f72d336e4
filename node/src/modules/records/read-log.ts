import { parseCheckpoint, parseNote, toBase64 } from '@koinon/transparency-log';
import { z } from 'zod';
import type { Kernel } from '../../kernel/kernel.ts';
import { headlinesOf, type RecordHeadline } from '../../kernel/log/headline.ts';
import { keepWhileUnchanged } from '../../kernel/log/keep-while-unchanged.ts';
import { loadProvenance } from '../../kernel/log/provenance.ts';
import {
  cursor,
  cutPage,
  DEFAULT_LIMIT,
  type Paged,
  type PageRequest,
  type Provenance,
} from '../../kernel/web/index.ts';
import { type KernelAct, kernelActs } from './kernel-acts.ts';

/** One entry of a log as a list shows it. */
export interface LogItem {
  index: number;
  kind: string;
  sub: string;
  headline: RecordHeadline | null;
  /** What an act of the kernel was about, where there is no headline. */
  act: KernelAct | null;
  provenance: Provenance;
}

/** A page of our log, the newest first. */
export interface LogList extends Paged<LogItem> {
  origin: string;
  size: number;
  first: boolean;
  /** The newest signed state. */
  checkpoint: { size: number; root: string; at: Date | null } | null;
}

const byIndex = cursor(z.number().int().nonnegative());

const kept = keepWhileUnchanged<Paged<LogItem>>(1000);

export async function loadLogPage(kernel: Kernel, page: PageRequest): Promise<LogList> {
  const log = await kernel.db
    .selectFrom('log')
    .select(['id', 'origin', 'size', 'note', 'note_at'])
    .where('role', '=', 'own')
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow();
  const first = page.after === null;
  const before = page.after === null ? log.size : byIndex.decode(page.after);
  const read = () => readEntries(kernel, log.id, before, page.limit);
  // The newest are what is asked for most: all who ask in the same second share them.
  const entries =
    first && page.limit === DEFAULT_LIMIT
      ? await kept(kernel, { revision: `${log.id}:${log.size}` }, '', read)
      : await read();
  return {
    ...entries,
    first,
    origin: log.origin,
    size: log.size,
    checkpoint: log.note === null ? null : checkpointOf(log.note, log.note_at),
  };
}

/** The newest entries of a log before an index. */
async function readEntries(
  kernel: Kernel,
  log: number,
  before: number,
  limit: number,
): Promise<Paged<LogItem>> {
  const rows = await kernel.db
    .selectFrom('entry')
    .select(['index', 'jti', 'kind', 'sub', 'body'])
    .where('log', '=', log)
    .where('index', '<', before)
    .orderBy('index', 'desc')
    .limit(limit + 1)
    .execute();
  const paged = cutPage(rows, limit, byIndex, (row) => row.index);
  const found = paged.items.flatMap((row) => (row.jti === null ? [] : [{ ...row, jti: row.jti, log }]));
  const [headlines, acts, provenance] = await Promise.all([
    headlinesOf(
      kernel,
      found.map(({ body }) => ({ body, own: true })),
    ),
    kernelActs(
      kernel,
      log,
      found.map(({ body }) => body),
    ),
    loadProvenance(kernel, found),
  ]);
  const items = found.flatMap(({ jti, index, kind, sub }, i): LogItem[] => {
    const known = provenance.get(jti);
    const headline = headlines[i] ?? null;
    const act = acts[i] ?? null;
    return known === undefined
      ? []
      : [{ index, kind: kind ?? '', sub: sub ?? '', headline, act, provenance: known }];
  });
  return { items, next: paged.next };
}

function checkpointOf(note: string, at: Date | null): LogList['checkpoint'] {
  const { size, root } = parseCheckpoint(parseNote(note).text);
  return { size, root: toBase64(root), at };
}

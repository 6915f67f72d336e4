import { parseCheckpoint, parseNote, toBase64 } from '@koinon/transparency-log';
import { z } from 'zod';
import type { Kernel } from '../../kernel/kernel.ts';
import { headlinesOf, type RecordHeadline } from '../../kernel/log/headline.ts';
import { loadProvenance } from '../../kernel/log/provenance.ts';
import { cursor, cutPage, type Paged, type PageRequest, type Provenance } from '../../kernel/web/index.ts';
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

export async function loadLogPage(kernel: Kernel, page: PageRequest): Promise<LogList> {
  const log = await kernel.db
    .selectFrom('log')
    .select(['id', 'origin', 'size', 'note', 'note_at'])
    .where('role', '=', 'own')
    .where('retired_at', 'is', null)
    .executeTakeFirstOrThrow();
  const before = page.after === null ? log.size : byIndex.decode(page.after);
  const rows = await kernel.db
    .selectFrom('entry')
    .select(['index', 'jti', 'kind', 'sub', 'body'])
    .where('log', '=', log.id)
    .where('index', '<', before)
    .orderBy('index', 'desc')
    .limit(page.limit + 1)
    .execute();
  const paged = cutPage(rows, page.limit, byIndex, (row) => row.index);
  const found = paged.items.flatMap((row) =>
    row.jti === null ? [] : [{ ...row, jti: row.jti, log: log.id }],
  );
  const [headlines, acts, provenance] = await Promise.all([
    headlinesOf(
      kernel,
      found.map(({ body }) => ({ body, own: true })),
    ),
    kernelActs(
      kernel,
      log.id,
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
  return {
    items,
    next: paged.next,
    origin: log.origin,
    size: log.size,
    first: page.after === null,
    checkpoint: log.note === null ? null : checkpointOf(log.note, log.note_at),
  };
}

function checkpointOf(note: string, at: Date | null): LogList['checkpoint'] {
  const { size, root } = parseCheckpoint(parseNote(note).text);
  return { size, root: toBase64(root), at };
}

import type { LangText } from '../../kernel/i18n/locale.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { headlinesOf, type ReadRecord, readRecord } from '../../kernel/log/headline.ts';
import { WITHDRAW } from '../../kernel/records/kernel-kinds.ts';
import { ALERT, PARTNER, RESUME } from '../../kernel/trust/kinds.ts';

/** What an act of the kernel was about: its module has none to say it. */
export interface KernelAct {
  /** Message key below `records.did`, with `{what}`. */
  message: 'withdrew' | 'added' | 'removed' | 'alarm' | 'alarm-ended';
  /** The name of a node, a log, or the title of what was withdrawn. */
  what: string | LangText;
}

/** What stored records of the kernel were about, in the same order; null where the record does not say. */
export async function kernelActs(
  kernel: Pick<Kernel, 'db' | 'modules'>,
  log: number,
  bodies: readonly string[],
): Promise<Array<KernelAct | null>> {
  const records = bodies.map(readRecord);
  const titles = await withdrawnTitles(kernel, log, records);
  return records.map((record) => {
    if (record === null) return null;
    if (record.kind !== WITHDRAW) return aboutNode(record);
    const what = titles.get(record.prev ?? '');
    return what === undefined ? null : { message: 'withdrew', what };
  });
}

function aboutNode({ kind, body }: ReadRecord): KernelAct | null {
  const { name, action, origin } = (body ?? {}) as Partial<Record<string, unknown>>;
  if (kind === PARTNER && typeof name === 'string')
    return { message: action === 'removed' ? 'removed' : 'added', what: name };
  if (typeof origin !== 'string') return null;
  if (kind === ALERT) return { message: 'alarm', what: origin };
  return kind === RESUME ? { message: 'alarm-ended', what: origin } : null;
}

/** Titles of the records that were withdrawn, by their `jti`. */
async function withdrawnTitles(
  kernel: Pick<Kernel, 'db' | 'modules'>,
  log: number,
  records: ReadonlyArray<ReadRecord | null>,
): Promise<Map<string, LangText>> {
  const ids = records.flatMap((record) => (record?.kind === WITHDRAW && record.prev ? [record.prev] : []));
  if (ids.length === 0) return new Map();
  const rows = await kernel.db
    .selectFrom('entry')
    .select(['jti', 'body'])
    .where('log', '=', log)
    .where('jti', 'in', ids)
    .execute();
  const headlines = await headlinesOf(
    kernel,
    rows.map(({ body }) => ({ body, own: true })),
  );
  return new Map(
    rows.flatMap(({ jti }, i) => {
      const title = headlines[i]?.title;
      return jti === null || title === undefined ? [] : [[jti, title]];
    }),
  );
}

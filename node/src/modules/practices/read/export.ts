import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { logsOf, readShownLogs } from '../../../kernel/log/shown-logs.ts';
import { EXCHANGE_FORMAT, type ExportedPractice } from '../exchange.ts';
import type { PracticeFilter } from '../filter.ts';
import { practicesDb } from '../schema.ts';
import { fits, matches } from './conditions.ts';

const BATCH = 200;

/** The exchange file of all practices that fit a filter, piece by piece: it may be larger than memory should hold. */
export async function* exportPractices(kernel: Kernel, filter: PracticeFilter): AsyncGenerator<string> {
  const [{ logs }, names] = await Promise.all([readShownLogs(kernel.db), nodeNames(kernel)]);
  const chosen = logsOf(logs, filter.origin);
  const head = {
    format: EXCHANGE_FORMAT,
    node: kernel.identity.origin,
    exportedAt: kernel.clock.now().toISOString(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  let first = true;
  for (const log of chosen) {
    for await (const item of practicesOf(kernel, log.id, filter)) {
      const exported: ExportedPractice = {
        ...item,
        origin: { node: log.node, name: names.get(log.node) ?? log.host },
      };
      yield `${first ? '\n' : ',\n'}${JSON.stringify(exported)}`;
      first = false;
    }
  }
  yield '\n],"next":null}\n';
}

/** Live practices of one log by id, so that what is published meanwhile does not shift the rest. */
async function* practicesOf({ db }: Kernel, log: number, filter: PracticeFilter) {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await practicesDb(db)
      .selectFrom('practices_practice as p')
      .select(['p.id', 'p.sub', 'p.jti', 'p.version', 'p.published_at', 'p.updated_at', 'p.body'])
      .$if(filter.q !== undefined, (query) =>
        query.innerJoin(matches(db, filter).as('found'), (join) =>
          join.onRef('found.log', '=', 'p.log').onRef('found.sub', '=', 'p.sub'),
        ),
      )
      .where('p.log', '=', log)
      .where('p.state', '=', 'live')
      .where('p.id', '>', after)
      .where((eb) => eb.and(Object.values(fits(filter))))
      .orderBy('p.id')
      .limit(BATCH)
      .execute();
    for (const { id: _id, published_at, updated_at, ...row } of rows) {
      yield { ...row, publishedAt: published_at.toISOString(), updatedAt: updated_at.toISOString() };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

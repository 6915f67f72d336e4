import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../web/paging.ts';
import { type SubjectRow, subjectRow, subjectRows } from './read.ts';
import type { BodyOf, Subject } from './subject.ts';

const byPlace = cursor(z.tuple([z.iso.datetime(), z.int(), z.uuid()]));

/**
 * Live subjects of this node and its partners, newest first. What they are ordered by stays when one is revised, so pages
 * are stable. Each of `conditions` speaks of the subject's table as `t`.
 */
export async function listSubjects<Of extends Subject>(
  kernel: Pick<Kernel, 'db'>,
  subject: Of,
  page: PageRequest,
  conditions: readonly RawBuilder<boolean>[] = [],
): Promise<Paged<SubjectRow<BodyOf<Of>>>> {
  const after = page.after === null ? null : byPlace.decode(page.after);
  const rows = await subjectRows(kernel, subject)
    .where('t.state', '=', 'live')
    .where((eb) => eb.and([...conditions]))
    .$if(after !== null, (query) => {
      const [at, log, id] = after ?? ['', 0, ''];
      return query.where((eb) =>
        eb(eb.refTuple('t.published_at', 't.log', 't.id'), '<', eb.tuple(new Date(at), log, id)),
      );
    })
    .orderBy('t.published_at', 'desc')
    .orderBy('t.log', 'desc')
    .orderBy('t.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const { items, next } = cutPage(rows, page.limit, byPlace, (row) => [
    row.published_at.toISOString(),
    row.log,
    row.id,
  ]);
  return { items: items.map((row) => subjectRow<BodyOf<Of>>(row)), next };
}

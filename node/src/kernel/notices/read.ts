import { type RawBuilder, sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { headlinesOf, type RecordHeadline } from '../log/headline.ts';

/** News, with the sentence that says it. */
export interface Notice extends RecordHeadline {
  jti: string;
  sub: string;
  node: string;
  own: boolean;
  /** When this node learnt of it. */
  at: Date;
}

export interface NoticeSpan {
  /** After this. */
  since: Date;
  /** Up to this. */
  until?: Date;
  limit: number;
}

/** Whether a notice, as `n`, concerns a subject, a topic, or a node. */
export const concerns = {
  subject: (sub: string) => sql<boolean>`${sub} = any(n.subjects)`,
  topic: (topic: string) => sql<boolean>`${topic} = any(n.topics)`,
  node: (node: string) => sql<boolean>`n.node = ${node}`,
};

/**
 * News for which `which` holds (it speaks of the notice as `n`), newest first: two queries, however many. Records that wait
 * for their place in our log come once they have it.
 */
export async function readNotices(
  kernel: Pick<Kernel, 'db' | 'modules'>,
  which: RawBuilder<boolean>,
  { since, until, limit }: NoticeSpan,
): Promise<Notice[]> {
  const rows = await kernel.db
    .selectFrom('notice as n')
    .innerJoin('log as l', 'l.id', 'n.log')
    .leftJoin('partner as p', 'p.log', 'n.log')
    .innerJoin('entry as e', (join) => join.onRef('e.log', '=', 'n.log').onRef('e.jti', '=', 'n.jti'))
    .select(['n.jti', 'n.sub', 'n.node', 'n.at', 'l.role', 'e.body'])
    .where('n.at', '>', since)
    .$if(until !== undefined, (query) => query.where('n.at', '<=', until ?? since))
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('p.state', 'not in', ['removed', 'frozen'])]))
    .where(which)
    .orderBy('n.at', 'desc')
    .orderBy('n.jti', 'desc')
    .limit(limit)
    .execute();
  const headlines = await headlinesOf(
    kernel,
    rows.map(({ body, role }) => ({ body, own: role === 'own' })),
  );
  return rows.flatMap(({ body: _body, role, ...row }, i) => {
    const headline = headlines[i];
    return headline ? [{ ...row, ...headline, own: role === 'own' }] : [];
  });
}

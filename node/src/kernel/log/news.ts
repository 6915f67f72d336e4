import type { Kernel } from '../kernel.ts';
import type { Provenance } from '../web/page.ts';
import { headlinesOf, type RecordHeadline } from './headline.ts';
import { loadProvenance } from './provenance.ts';

export interface NewsItem extends RecordHeadline {
  provenance: Provenance;
}

/** Older entries than these are no news; the bound keeps a log of ballots from being read to its start. */
const LOOK_BACK = 2000;

/** The newest acts that are news for people, one for each subject: our own, or those of all partners. */
export async function loadNews(
  kernel: Pick<Kernel, 'db' | 'trust' | 'identity' | 'modules'>,
  from: 'us' | 'partners',
  limit: number,
): Promise<NewsItem[]> {
  const kinds = kernel.modules.kinds.filter((kind) => !kind.startsWith('kernel/'));
  if (kinds.length === 0) return [];
  const own = from === 'us';
  const [pending, logged] = await Promise.all([
    own ? loadPending(kernel, kinds, limit) : [],
    loadLogged(kernel, own, kinds, limit * 3),
  ]);
  const latest = new Map<string, (typeof logged)[number]>();
  for (const record of [...pending, ...logged]) {
    const subject = `${record.log}/${record.sub}`;
    if (!latest.has(subject)) latest.set(subject, record);
  }
  const candidates = [...latest.values()];
  const headlines = await headlinesOf(
    kernel,
    candidates.map(({ body }) => ({ body, own })),
  );
  const news = candidates
    .flatMap((record, i) => {
      const headline = headlines[i];
      return headline ? [{ ...record, headline }] : [];
    })
    .slice(0, limit);
  const provenance = await loadProvenance(kernel, news);
  return news.flatMap(({ jti, headline }) => {
    const found = provenance.get(jti);
    return found === undefined ? [] : [{ ...headline, provenance: found }];
  });
}

/** The newest entries of live subjects, by the time that their signers state. */
async function loadLogged(kernel: Pick<Kernel, 'db'>, own: boolean, kinds: readonly string[], limit: number) {
  const rows = await kernel.db
    .selectFrom('log as l')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('entry as e')
          .select(['e.index', 'e.jti', 'e.sub', 'e.body', 'e.iat'])
          .whereRef('e.log', '=', 'l.id')
          .where('e.index', '>=', (of) => of('l.size', '-', LOOK_BACK))
          .where('e.kind', 'in', kinds)
          .where('e.flag', 'is', null)
          .orderBy('e.index', 'desc')
          .limit(limit)
          .as('n'),
      (join) => join.onTrue(),
    )
    .innerJoin('subject as s', (join) => join.onRef('s.log', '=', 'l.id').onRef('s.sub', '=', 'n.sub'))
    .select(['l.id as log', 'n.jti', 'n.sub', 'n.body', 'n.iat'])
    .where('l.role', '=', own ? 'own' : 'partner')
    .where('s.state', '=', 'live')
    .orderBy('n.iat', 'desc')
    .orderBy('n.index', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.jti === null ? [] : [{ ...row, jti: row.jti }]));
}

async function loadPending(kernel: Pick<Kernel, 'db'>, kinds: readonly string[], limit: number) {
  return await kernel.db
    .selectFrom('pending as p')
    .innerJoin('log as l', (join) => join.on('l.role', '=', 'own').on('l.retired_at', 'is', null))
    .select(['l.id as log', 'p.jti', 'p.sub', 'p.body', 'p.iat'])
    .where('p.kind', 'in', kinds)
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute();
}

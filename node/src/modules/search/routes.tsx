import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import { loadProvenance } from '../../kernel/log/provenance.ts';
import { searchAll } from '../../kernel/search/index.ts';
import { type AppEnv, pageRequest } from '../../kernel/web/index.ts';
import { SearchPage } from './pages/search-page.tsx';
import { latestRecords, recordAt } from './read.ts';

const MOST_CHARACTERS = 200;

export function searchPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/search', async (c) => {
    const { page } = c.var;
    const q = (c.req.query('q') ?? '').trim().slice(0, MOST_CHARACTERS);
    const record = await recordAt(kernel, q);
    if (record !== null) return c.redirect(`/records/${record}`);
    const request = pageRequest({ after: c.req.query('after') });
    const found = await searchAll(kernel, { q, lang: page.locale }, request);
    const latest = await latestRecords(kernel.db, found.items);
    const provenance = await loadProvenance(kernel, [...latest.values()]);
    return c.html(
      <SearchPage
        page={page}
        q={q}
        found={found}
        latest={latest}
        provenance={provenance}
        by={(kind) => kernel.modules.kind(kind)?.by}
        first={request.after === null}
      />,
    );
  });
  return app;
}

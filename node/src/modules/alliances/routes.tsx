import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import { type AppEnv, NotFound } from '../../kernel/web/index.ts';
import { AlliancePage } from './pages/alliance-page.tsx';
import { AlliancesPage } from './pages/alliances-page.tsx';
import { MarkPage } from './pages/mark-page.tsx';
import { loadAlliance, loadAlliances } from './read/alliances.ts';

export function alliancePages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/alliances', async (c) =>
    c.html(<AlliancesPage page={c.var.page} list={await loadAlliances(kernel)} />),
  );
  app.get('/alliances/:slug', async (c) => {
    const view = await loadAlliance(kernel, c.req.param('slug'));
    if (view === null) throw new NotFound('page');
    return c.html(<AlliancePage page={c.var.page} view={view} />);
  });
  app.get('/alliances/:slug/marks/:name', async (c) => {
    const view = await loadAlliance(kernel, c.req.param('slug'));
    const name = c.req.param('name');
    if (!view?.alliance.mark_names.includes(name)) throw new NotFound('page');
    return c.html(<MarkPage page={c.var.page} view={view} name={name} />);
  });
  return app;
}

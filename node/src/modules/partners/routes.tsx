import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import { readEvidence } from '../../kernel/trust/index.ts';
import { type AppEnv, NotFound } from '../../kernel/web/index.ts';
import { PartnerPage } from './pages/partner-page.tsx';
import { PartnersPage } from './pages/partners-page.tsx';
import { loadEvidence } from './read/evidence.ts';
import { loadPartner } from './read/partner.ts';
import { loadPartners } from './read/partners.ts';

export function partnerPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/partners', async (c) =>
    c.html(<PartnersPage page={c.var.page} partners={await loadPartners(kernel)} />),
  );
  app.get('/partners/:host', async (c) => {
    const view = await loadPartner(kernel, c.req.param('host'));
    if (view === null) throw new NotFound('partner');
    return c.html(<PartnerPage page={c.var.page} view={view} />);
  });
  // A chain under which keys were accepted, one statement a line: whoever has to judge it later can.
  app.get('/partners/:host/chains/:digest{[0-9a-f]{64}}', async (c) => {
    const statements = await readEvidence(kernel.db, c.req.param('digest'));
    if (statements === null) throw new NotFound('note');
    c.header('Content-Disposition', `attachment; filename="chain-${c.req.param('digest').slice(0, 12)}.txt"`);
    return c.text(statements.join('\n'));
  });
  // The two versions of an alert, as they were signed: whoever doubts us can check them.
  app.get('/partners/:host/alerts/:id/:side{ours|theirs}', async (c) => {
    const { host, id, side } = c.req.param();
    const note = await loadEvidence(kernel, host, id, side === 'ours' ? 'ours' : 'theirs');
    if (note === null) throw new NotFound('note');
    c.header('Content-Disposition', `attachment; filename="${side}-${id}.txt"`);
    return c.text(note);
  });
  return app;
}

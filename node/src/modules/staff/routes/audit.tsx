import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type AppEnv, pageRequest } from '../../../kernel/web/index.ts';
import { auditCsv } from '../audit-csv.ts';
import { AuditPage } from '../pages/audit-page.tsx';
import { type AuditFilter, loadAudit } from '../read/audit.ts';
import { requireStaff } from './require-staff.ts';

/** Who did what. */
export function auditRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/staff/audit', async (c) => {
    requireStaff(c, 'kernel.audit');
    const filter = filterOf(c);
    const request = pageRequest(c.req.query());
    const entries = await loadAudit(kernel, filter, request);
    return c.html(
      <AuditPage page={c.var.page} entries={entries} filter={filter} first={request.after === null} />,
    );
  });
  app.get('/staff/audit.csv', (c) => {
    requireStaff(c, 'kernel.audit');
    const day = kernel.clock.now().toISOString().slice(0, 10);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="audit-${day}.csv"`);
    const lines = ReadableStream.from(auditCsv(kernel, filterOf(c)));
    return c.body(lines.pipeThrough(new TextEncoderStream()));
  });
  return app;
}

function filterOf(c: Context<AppEnv>): AuditFilter {
  const text = (name: string) => c.req.query(name)?.slice(0, 200) || undefined;
  return { act: text('act'), actor: text('actor') };
}

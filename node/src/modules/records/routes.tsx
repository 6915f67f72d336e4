import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import { type AppEnv, NotFound, pageRequest, representation } from '../../kernel/web/index.ts';
import { recordJson } from './json.ts';
import { LogPage } from './pages/log-page.tsx';
import { RecordPage } from './pages/record-page.tsx';
import { loadRecord } from './read.ts';
import { loadLogPage } from './read-log.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function recordPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/log', async (c) => {
    const page = pageRequest({ after: c.req.query('after') });
    return c.html(<LogPage page={c.var.page} list={await loadLogPage(kernel, page)} />);
  });
  app.get('/records/:jti', async (c) => {
    const { name, format } = representation(c, c.req.param('jti'), ['html', 'json']);
    const record = UUID.test(name) ? await loadRecord(kernel, name) : null;
    if (record === null) throw new NotFound('record');
    if (format === 'json') return c.json(recordJson(record));
    return c.html(<RecordPage page={c.var.page} record={record} />);
  });
  return app;
}

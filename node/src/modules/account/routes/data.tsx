import { Hono } from 'hono';
import { z } from 'zod';
import { requireAccount } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { personalDataOf } from '../../../kernel/personal-data/index.ts';
import { type AppEnv, cursor, pageRequest } from '../../../kernel/web/index.ts';
import { ReceiptsPage } from '../pages/receipts-page.tsx';
import { ownRecords } from '../read/own-records.ts';

const byId = cursor(z.uuid());

/** What the person published, and all that the node holds of them. */
export function dataRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/account/receipts', async (c) => {
    const { account } = requireAccount(c.var.actor);
    const { limit, after } = pageRequest(c.req.query());
    const { items, next } = await ownRecords(kernel, account, {
      limit,
      after: after === null ? null : byId.decode(after),
    });
    return c.html(
      <ReceiptsPage
        page={c.var.page}
        records={items}
        first={after === null}
        next={next === null ? null : byId.encode(next)}
      />,
    );
  });
  app.get('/account/data.json', async (c) => {
    const data = await personalDataOf(kernel, requireAccount(c.var.actor).account);
    const day = data.at.slice(0, 10);
    c.header('Content-Disposition', `attachment; filename="my-data-${day}.json"`);
    c.header('Content-Type', 'application/json; charset=utf-8');
    return c.body(`${JSON.stringify(data, null, 2)}\n`);
  });
  return app;
}

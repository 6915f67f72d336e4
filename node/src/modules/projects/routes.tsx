import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { draftRoutes } from './routes/drafts.tsx';
import { feeds } from './routes/feeds.ts';
import { itemRoutes } from './routes/item.tsx';
import { ledgerForms } from './routes/ledger-forms.ts';
import { listRoutes } from './routes/lists.tsx';
import { memberForms } from './routes/member-forms.ts';
import { receiptRoutes } from './routes/receipt.tsx';
import { saidRoutes } from './routes/said.ts';
import { seekingForms } from './routes/seeking-forms.ts';
import { startRoutes } from './routes/start.tsx';
import { withdrawRoutes } from './routes/withdraw.ts';

/** Pages of the module. Those with fixed names come first: the last ones take any id. */
export function projectsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const parts = [
    listRoutes,
    startRoutes,
    draftRoutes,
    feeds,
    seekingForms,
    memberForms,
    ledgerForms,
    withdrawRoutes,
    receiptRoutes,
    saidRoutes,
    itemRoutes,
  ];
  for (const routes of parts) app.route('/', routes(kernel));
  return app;
}

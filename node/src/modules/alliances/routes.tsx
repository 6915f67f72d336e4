import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { actRoutes } from './routes/acts.ts';
import { allianceRoutes } from './routes/alliance.tsx';
import { allianceFeeds } from './routes/feeds.ts';
import { hostedRoutes } from './routes/hosted.tsx';
import { itemRoutes } from './routes/items.tsx';
import { membershipReceipts } from './routes/membership-receipt.tsx';
import { ourRoutes } from './routes/ours.tsx';
import { receiptRoutes } from './routes/receipt.tsx';

/** Pages of the module. Those of things, which end in a UUID, come before those of alliances, which begin with a name. */
export function alliancesRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const all = [
    ...[receiptRoutes, membershipReceipts, ourRoutes, hostedRoutes],
    ...[actRoutes, itemRoutes, allianceFeeds, allianceRoutes],
  ];
  for (const routes of all) app.route('/', routes(kernel));
  return app;
}

import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { DOORS } from '../../kernel/web/page.ts';
import { AccessibilityPage } from './pages/accessibility-page.tsx';
import { DoorPage } from './pages/door-page.tsx';
import { HomePage } from './pages/home-page.tsx';
import { OpenDataPage } from './pages/open-data-page.tsx';
import { PrivacyPage } from './pages/privacy-page.tsx';
import { loadHome } from './read.ts';

export function homeRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/', async (c) => c.html(<HomePage page={c.var.page} home={await loadHome(kernel)} />));
  for (const door of DOORS) {
    // The partners stand behind their own door.
    if (door === 'partners') continue;
    // A module whose list stands at the door itself opens it.
    if (kernel.modules.modules.some(({ navigation }) => navigation?.some(({ path }) => path === `/${door}`)))
      continue;
    app.get(`/${door}`, (c) => c.html(<DoorPage page={c.var.page} door={door} />));
  }
  app.get('/accessibility', (c) => c.html(<AccessibilityPage page={c.var.page} />));
  app.get('/privacy', (c) => c.html(<PrivacyPage page={c.var.page} />));
  app.get('/open-data', (c) => c.html(<OpenDataPage page={c.var.page} />));
  return app;
}

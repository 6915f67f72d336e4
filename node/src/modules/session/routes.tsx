import { Hono } from 'hono';
import type { Kernel } from '../../kernel/kernel.ts';
import type { AppEnv } from '../../kernel/web/index.ts';
import { consentRoutes } from './routes/consent.tsx';
import { homeRoutes } from './routes/home.tsx';
import { mailRoutes } from './routes/mail.tsx';
import { ownPasskeyRoutes } from './routes/own-passkeys.tsx';
import { passkeyRoutes } from './routes/passkey.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { testEidRoutes } from './routes/test-eid.tsx';
import { upstreamRoutes } from './routes/upstream.ts';

export function sessionPages(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const parts = [
    signInRoutes,
    homeRoutes,
    consentRoutes,
    mailRoutes,
    passkeyRoutes,
    ownPasskeyRoutes,
    upstreamRoutes,
    testEidRoutes,
  ];
  for (const part of parts) app.route('/', part(kernel));
  return app;
}

import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { idIn, proves } from '../addresses.ts';
import { confirmAddress, stopLetters } from '../commands.ts';
import { OneButtonPage } from '../pages/one-button-page.tsx';

/** Links in letters. Programs that look at links before a person does change nothing: each asks for one press. */
export function letterRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/notifications/confirm/:secret', (c) =>
    c.html(<OneButtonPage page={c.var.page} what="confirm" action={c.req.path} />),
  );
  app.post('/notifications/confirm/:secret', async (c) => {
    await confirmAddress(kernel, c.req.param('secret'));
    return c.html(<OneButtonPage page={c.var.page} what="confirmed" />);
  });
  app.get('/notifications/stop/:secret', (c) => {
    readerOf(c.req.param('secret'));
    return c.html(<OneButtonPage page={c.var.page} what="stop" action={c.req.path} />);
  });
  app.post('/notifications/stop/:secret', async (c) => {
    await stopLetters(kernel, readerOf(c.req.param('secret')));
    return c.html(<OneButtonPage page={c.var.page} what="stopped" />);
  });
  return app;

  function readerOf(secret: string): string {
    const id = idIn(secret);
    if (id === null || !proves(kernel, secret, 'stop')) throw new NotFound('subject');
    return id;
  }
}

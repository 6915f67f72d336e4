import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { CONSENT, isEnough } from '../../../kernel/login/index.ts';
import type { AppEnv } from '../../../kernel/web/index.ts';
import { ConsentPage } from '../pages/consent-page.tsx';
import { GoBackPage } from '../pages/go-back-page.tsx';
import { askingFace } from '../read/asking.ts';

/** What another node asks of a person of this one, and the answer. */
export function consentRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const envOf = (c: Context<AppEnv>) => c.env as unknown as HttpBindings;
  app.get(`${CONSENT}/:uid`, async (c) => {
    const uid = c.req.param('uid');
    const request = await kernel.login.consent.read(envOf(c), uid);
    const { actor, login } = c.var;
    if (actor.type !== 'person' || login === null) {
      const here = encodeURIComponent(c.req.path);
      return c.redirect(`/sign-in?to=${here}&for=${encodeURIComponent(new URL(request.client).host)}`, 303);
    }
    return c.html(
      <ConsentPage
        page={c.var.page}
        action={c.req.path}
        asking={askingFace(c.var.page, request.client)}
        assurance={actor.assurance}
        at={login.at}
        pseudonym={await kernel.login.consent.pseudonym(request.client, actor)}
        needs={isEnough(actor.assurance, request) ? null : (request.accepted[0]?.level ?? null)}
      />,
    );
  });
  app.post(`${CONSENT}/:uid`, async (c) => {
    const uid = c.req.param('uid');
    const { answer } = await c.req.parseBody();
    const { actor, login } = c.var;
    const person = answer === 'yes' && actor.type === 'person' && login !== null ? actor : null;
    const { client, path } = await kernel.login.consent.answer(
      envOf(c),
      uid,
      person && login && { person, at: login.at },
    );
    const asking = askingFace(c.var.page, client);
    return c.html(<GoBackPage page={c.var.page} asking={asking} agreed={person !== null} path={path} />);
  });
  return app;
}

import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readForm } from '../../../kernel/web/form.ts';
import { safeReturn } from '../../../kernel/web/safe-return.ts';
import { follow, unfollow } from '../commands.ts';
import { type Followed, followedQuery, queryOf } from '../followed.ts';
import { FollowPage } from '../pages/follow-page.tsx';
import { follows, lately, newsOf, thingOf } from '../read.ts';

const NEWS_SHOWN = 5;

/** One thing that can be followed: what one would hear, and the ways to. */
export function followRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/notifications/new', async (c) => {
    const thing = await thingOf(kernel, named(c));
    if (thing === null) throw new NotFound('subject');
    const { actor } = c.var;
    const account = actor.type === 'person' || actor.type === 'guest' ? actor.account : null;
    const [followed, news, names] = await Promise.all([
      account !== null && follows(kernel.db, account, thing.value),
      newsOf(kernel, thing, lately(kernel, NEWS_SHOWN)),
      nodeNames(kernel),
    ]);
    const person = account === null ? 'nobody' : followed ? 'follows' : 'may-follow';
    return c.html(<FollowPage page={c.var.page} thing={thing} news={news} names={names} person={person} />);
  });
  app.post('/notifications/follow', (c) => change(c, (what) => follow(kernel, c.var.actor, what)));
  app.post('/notifications/unfollow', (c) => change(c, (what) => unfollow(kernel, c.var.actor, what)));
  return app;

  async function change(c: Context<AppEnv>, act: (what: Followed) => Promise<void>) {
    const form = await readForm(c, kernel, followedQuery);
    if (!form.ok) throw new NotFound('subject');
    await act(form.value);
    const back = c.req.path.endsWith('/follow')
      ? `/notifications/new?${queryOf(form.value)}`
      : '/notifications';
    return c.redirect(safeReturn(back, '/notifications'), 303);
  }
}

function named(c: Context<AppEnv>): Followed {
  const { subject, topic, node } = c.req.query();
  const parsed = followedQuery.safeParse({ subject, topic, node });
  if (!parsed.success) throw new NotFound('subject');
  return parsed.data;
}

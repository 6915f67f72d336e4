import { Hono } from 'hono';
import { z } from 'zod';
import type { Module } from '../module/module.ts';
import type { AppEnv } from './app-env.ts';
import {
  actSchema,
  apiRead,
  apiWrite,
  CSRF_FIELD,
  cursor,
  cutPage,
  matches,
  pagedSchema,
  readForm,
  representation,
  StaleVersion,
} from './index.ts';

/** Every kind of route in its plainest form, for tests of what the kernel does around them. */
export function probeModule(): Module & { acts: string[]; reached: string[]; release: () => void } {
  const acts: string[] = [];
  const reached: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const byNumber = cursor(z.int());
  return {
    name: 'probe',
    acts,
    reached,
    release: () => release(),
    messages: async () => ({ 'error.probe': 'Probed.' }),
    permissions: ['probe.write'],
    bodyLimits: { '/probe/upload': 4096 },
    routes(kernel) {
      const app = new Hono<AppEnv>();
      app.get('/probe', (c) => c.html(`<!doctype html><title>Probe</title><p>${'Probe. '.repeat(400)}`));
      app.get('/probe/form', (c) =>
        c.html(`<form><input name="${CSRF_FIELD}" value="${c.var.page.csrf}"></form>`),
      );
      app.post('/probe/form', async (c) => {
        const result = await readForm(c, kernel, z.object({ name: z.string().max(5) }));
        return result.ok ? c.text(`hello ${result.value.name}`) : c.json(result, 422);
      });
      app.post('/probe/sign-in', async (c) => {
        const { token } = await c.req.parseBody();
        return c.text((await c.var.session.signIn(String(token))).name);
      });
      app.post('/probe/sign-out', async (c) => {
        await c.var.session.signOut();
        return c.text('bye');
      });
      app.post('/probe/upload', (c) => c.text('taken'));
      app.get('/probe/me', (c) => c.text(c.var.page.person?.name ?? 'nobody'));
      app.on(['GET', 'POST'], '/probe/boom', () => {
        throw new Error('the secret reason');
      });
      app.get('/probe/away', async () => {
        throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      });
      app.get('/probe/database', async () => {
        const error = Object.assign(new Error('invalid input syntax for type uuid: "x"'), { code: '22P02' });
        throw error;
      });
      app.get('/probe/things/:id', (c) => c.json(representation(c, c.req.param('id'), ['html', 'json'])));
      return app;
    },
    api() {
      const item = z.object({ n: z.int() });
      return [
        apiRead({
          method: 'get',
          path: '/probe',
          summary: 'Lists the numbers from 1 to 45.',
          shape: 'list',
          query: z.strictObject({ even: z.literal('yes').optional() }),
          result: pagedSchema(item),
          async handle({ page, query }) {
            const after = page.after === null ? 0 : byNumber.decode(page.after);
            const all = Array.from({ length: 45 }, (_, i) => ({ n: i + 1 })).filter(
              ({ n }) => n > after && (query.even === undefined || n % 2 === 0),
            );
            return { result: cutPage(all.slice(0, page.limit + 1), page.limit, byNumber, ({ n }) => n) };
          },
        }),
        apiRead({
          method: 'get',
          path: '/probe/{n}',
          summary: 'Gives one number.',
          params: z.object({ n: z.coerce.number().int().max(45) }),
          result: item,
          handle: async ({ params }) => ({ result: params, etag: 'v1' }),
        }),
        apiWrite({
          method: 'put',
          path: '/probe/{n}',
          summary: 'Changes one number.',
          permission: 'probe.write',
          params: z.object({ n: z.coerce.number().int() }),
          body: item,
          result: item,
          run: (kernel, { body, ifMatch }) =>
            kernel.database.transaction(async () => {
              if (!matches(ifMatch ?? [], 'v1')) throw new StaleVersion(ifMatch ?? [], 'v1');
              return body;
            }),
          answer: (result) => ({ result, etag: 'v2' }),
        }),
        apiWrite({
          method: 'post',
          path: '/probe',
          summary: 'Makes an act.',
          permission: 'probe.write',
          query: z.strictObject({ loud: z.literal('yes').optional() }),
          shape: 'act',
          body: z.strictObject({ title: z.string().min(1).max(20) }),
          result: actSchema,
          async run(kernel, { body: { title } }) {
            reached.push(title);
            if (title === 'slow') await held;
            const act = await kernel.database.transaction(async (tx) => {
              await tx
                .insertInto('setting')
                .values({ name: `probe:${title}:${acts.length}`, value: '{}' })
                .execute();
              acts.push(title);
              if (title === 'boom') throw new Error('the secret reason');
              const jti = `0199b0aa-0000-7000-8000-${String(acts.length).padStart(12, '0')}`;
              return { jti, sub: `https://probe.example/probe/${acts.length}`, status: 'logged' as const };
            });
            // A process that dies after the commit never comes back from here.
            if (title === 'dies') await new Promise(() => {});
            return act;
          },
          answer: (result) => ({ result }),
        }),
      ];
    },
  };
}

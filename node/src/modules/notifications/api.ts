import { z } from 'zod';
import { pickText } from '../../kernel/i18n/locale.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { nodeNames } from '../../kernel/log/node-names.ts';
import { type ApiRoute, apiRead } from '../../kernel/web/api-route.ts';
import { NotFound } from '../../kernel/web/error.ts';
import { followedQuery } from './followed.ts';
import { lately, newsOf, thingOf } from './read.ts';

const MOST = 100;

const newsSchema = z
  .object({
    items: z.array(
      z.object({
        jti: z.uuid().describe('The record of the act.'),
        sub: z.url().describe('What it is about, at its origin.'),
        path: z.string().describe('Where this node shows it.'),
        origin: z.object({ node: z.url(), name: z.string() }),
        at: z.iso.datetime().describe('When this node learnt of it.'),
        text: z.string().describe('What happened, in English.'),
        title: z.record(z.string(), z.string()),
      }),
    ),
  })
  .meta({ id: 'News' });

/** News for programs; what a person follows is no business of theirs. */
export function notificationsApi(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRead({
      method: 'get',
      path: '/news',
      summary: 'News of the last 30 days about one subject, topic or node, newest first, 100 at most',
      query: z.object({
        subject: z.string().max(300).optional().describe('A subject at its origin.'),
        topic: z.string().max(80).optional(),
        node: z.string().max(300).optional().describe('Origin of a node.'),
      }),
      result: newsSchema,
      async handle({ query }) {
        const named = followedQuery.safeParse(query);
        const thing = named.success ? await thingOf(kernel, named.data) : null;
        if (thing === null) throw new NotFound('subject');
        const [news, names] = await Promise.all([
          newsOf(kernel, thing, lately(kernel, MOST)),
          nodeNames(kernel),
        ]);
        const t = kernel.i18n.translator('en');
        return {
          result: {
            items: news.map(({ jti, sub, path, node, at, message, title }) => ({
              ...{ jti, sub, path, title },
              origin: { node, name: names.get(node) ?? new URL(node).host },
              at: at.toISOString(),
              text: t(message, { title: pickText(title, 'en').text }),
            })),
          },
        };
      },
    }),
  ];
}

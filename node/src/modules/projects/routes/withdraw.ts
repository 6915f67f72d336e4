import { Hono } from 'hono';
import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { idIn, withdraw } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { sameName, value } from '../../../kernel/web/lang-form.ts';
import type { Field } from '../form/fields.ts';
import { formWords, labelled } from '../form/words.ts';
import { SUBJECTS } from '../subjects.ts';
import { projectsCrumb } from './open.ts';
import { answering, shortForm } from './short-form.tsx';
import { ownThing, WITHDRAWN_BY, type Withdrawable } from './subject.ts';

/** Taking back what was said, with the reason and the title typed. */
export function withdrawForms(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of Object.keys(WITHDRAWN_BY) as Withdrawable[]) {
    const permission = WITHDRAWN_BY[thing];
    app.route(
      '/',
      shortForm(kernel, {
        paths: [`${SUBJECTS[thing].path}:id/withdraw`],
        permission,
        thing,
        async open(c) {
          const { page, actor } = c.var;
          const { row, title } = await ownThing(kernel, thing, idIn(c), page.locale);
          if (row.state !== 'live') throw new WithdrawnSubject(row.state);
          const fields: Field[] = [
            labelled(page, 'why', { as: 'lines' } as const, { help: true }),
            { ...labelled(page, 'confirm', { as: 'line' } as const), help: title },
          ];
          const name = thing === 'membership' ? 'leave' : 'withdraw';
          return {
            words: {
              ...formWords(page, name, {
                crumbs: [projectsCrumb(page), { label: title, href: row.path }],
                action: `${row.path}/withdraw`,
                title,
                fields,
              }),
              danger: true,
            },
            ...answering(z.object({ why: z.string().max(500), confirm: z.string() }), ({ body }) =>
              withdraw(kernel, actor, { subject: SUBJECTS[thing], permission, id: row.id, reason: body.why }),
            ),
            faults: (typed) => ({
              ...(!sameName(value(typed, 'confirm'), title) && {
                confirm: page.t('projects.problem.confirm'),
              }),
            }),
          };
        },
      }),
    );
  }
  return app;
}

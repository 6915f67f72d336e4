import { Hono } from 'hono';
import type { Languages } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { hostIn, idIn, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { DeclaredAnswers, historyPages } from '../../../ui/index.ts';
import { COMPARED, compared } from '../form/compared.ts';
import { asFormBody, fieldsFor, writtenIn } from '../form/shown-body.ts';
import { comparedWords, WORDS } from '../pages/form-words.ts';
import { titleTextOf } from '../pages/words.ts';
import { versionsOf } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { placesOf } from './address.ts';

type Body = Record<string, unknown>;

/** The versions of a plan, a commitment, a report or an assessment, each as it read then, and what changed. */
export function historyRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of ['plan', 'report', 'assessment', 'commitment'] as const) {
    for (const place of placesOf(thing)) {
      historyPages<Body>(app, `${place}/history`, async (c) => {
        const row = await readSubjectRow(kernel, SUBJECTS[thing], hostIn(c), idIn(c));
        if (row === null || row.state === 'erased') throw new NotFound(thing);
        return {
          subject: {
            title: titleTextOf(row),
            path: row.path,
            version: row.version,
            door: 'commitments',
            above: [],
            ...comparedWords(c.var.page, thing),
          },
          versions: await versionsOf(kernel, thing, row),
          fields: COMPARED[thing],
          compared: (body) => compared(thing, body),
          content: (page, body) => (
            <DeclaredAnswers
              page={page}
              level={2}
              words={WORDS}
              fields={fieldsFor(thing, body)}
              body={asFormBody(thing, body)}
              langs={languagesShown(body, page.locale)}
            />
          ),
        };
      });
    }
  }
  return app;
}

function languagesShown(body: Body, fallback: string): Languages {
  const [first = fallback, ...others] = writtenIn(body);
  return [first, ...others];
}

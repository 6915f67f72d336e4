import { type Context, Hono } from 'hono';
import { KoinonError } from '../../../kernel/error.ts';
import { value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { readTyped, type TypedValues } from '../../../kernel/web/form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { importOurs, importReference } from '../commands.ts';
import { ImportPage } from '../pages/import-page.tsx';
import { referenceInput } from '../reference.ts';

/** Taking in a file: a plan of ours that people publish one by one, or somebody else's to compare with. */
export function importRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/commitments/import', (c) => {
    requireOffered(c, 'commitments.import');
    return c.html(<ImportPage page={c.var.page} typed={{ whose: ['ours'] }} />);
  });
  app.post('/commitments/import', async (c) => {
    requireOffered(c, 'commitments.import');
    const typed = await readTyped(c);
    const text = await fileIn(c);
    const errors = faultsOf(c, typed, text);
    if (Object.keys(errors).length > 0)
      return c.html(<ImportPage page={c.var.page} typed={typed} errors={errors} />, 422);
    try {
      return c.redirect(await take(c, kernel, typed, text), 303);
    } catch (error) {
      if (!(error instanceof KoinonError) || error.status >= 500 || error.status === 403) throw error;
      const upload = c.var.page.t(`commitments.error.${error.code}`, error.args);
      return c.html(<ImportPage page={c.var.page} typed={typed} errors={{ upload }} />, 422);
    }
  });
  return app;
}

async function take(c: Context<AppEnv>, kernel: Kernel, typed: TypedValues, text: string): Promise<string> {
  const { actor, page } = c.var;
  if (value(typed, 'whose') === 'ours') {
    await importOurs(kernel, actor, { text });
    return '/commitments/new';
  }
  const body = {
    title: { source: page.locale, [page.locale]: value(typed, 'title').trim() },
    source: value(typed, 'source').trim(),
    licence: value(typed, 'licence').trim(),
  };
  const { sub, jti } = await importReference(kernel, actor, { text, body });
  return `${new URL(sub).pathname}/receipt/${jti}`;
}

async function fileIn(c: Context<AppEnv>): Promise<string> {
  const { upload } = await c.req.parseBody();
  return upload instanceof File ? await upload.text() : '';
}

function faultsOf(c: Context<AppEnv>, typed: TypedValues, text: string): Record<string, string> {
  const { t } = c.var.page;
  const faults: Record<string, string> = {};
  if (text.trim() === '') faults.upload = t('commitments.import.no-file');
  if (value(typed, 'whose') === 'ours') return faults;
  const fits = referenceInput.safeParse({
    title: { source: 'en', en: value(typed, 'title').trim() },
    source: value(typed, 'source').trim(),
    licence: value(typed, 'licence').trim(),
  });
  for (const { path } of fits.error?.issues ?? []) {
    const [field] = path;
    faults[String(field)] ??= t('commitments.import.fill-in', {
      field: t(`commitments.import.${String(field)}`),
    });
  }
  return faults;
}

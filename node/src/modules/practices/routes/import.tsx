import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { importPractices } from '../commands.ts';
import { type ImportFile, importFile, MAX_IMPORT } from '../exchange.ts';
import { ImportPage } from '../pages/import-page.tsx';

/** Importing a file: a trial that says what would happen, then the act. */
export function importRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/practices/import', (c) => {
    requireOffered(c, 'practices.import');
    return c.html(<ImportPage page={c.var.page} />);
  });
  app.post('/practices/import', async (c) => {
    requireOffered(c, 'practices.import');
    const { page, actor } = c.var;
    const body = await c.req.parseBody();
    const text = body.upload instanceof File ? await body.upload.text() : String(body.file ?? '');
    const file = readFile(text);
    if (file === null) {
      const why = text === '' ? 'missing' : 'unreadable';
      const errors = { upload: page.t(`practices.import.${why}`, { max: MAX_IMPORT }) };
      return c.html(<ImportPage page={page} errors={errors} />, 422);
    }
    const dryRun = body.step !== 'publish';
    const { lines } = await importPractices(kernel, actor, { file, dryRun });
    return c.html(
      dryRun ? (
        <ImportPage page={page} trial={{ lines, file: text }} />
      ) : (
        <ImportPage page={page} done={lines} />
      ),
    );
  });
  return app;
}

function readFile(text: string): ImportFile | null {
  try {
    return importFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

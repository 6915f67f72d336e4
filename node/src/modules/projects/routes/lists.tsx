import { type Context, Hono } from 'hono';
import { countDrafts } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { subjectsJson } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { pageRequest } from '../../../kernel/web/paging.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { filterQuery } from '../filter.ts';
import { matchesJson } from '../json.ts';
import { PROJECT_FORM } from '../kinds.ts';
import { CallsPage } from '../pages/calls-page.tsx';
import { ExpertsPage } from '../pages/experts-page.tsx';
import { ListPage } from '../pages/list-page.tsx';
import { countFacets, listFiltered, loadExperts } from '../read.ts';

/** Projects, calls for partners, and experts: ours and the partners' in one list each. */
export function listRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  const projects = async (c: Context<AppEnv>) => {
    const { page, actor } = c.var;
    const asked = await readList(c, kernel, 'project');
    if (asked.format === 'json') return c.json(await asked.json());
    const drafts = page.may('projects.publish') ? await countDrafts(kernel.db, actor, PROJECT_FORM) : 0;
    return c.html(<ListPage page={page} {...asked.shown} drafts={drafts} />);
  };
  app.get('/projects', projects);
  app.get('/projects.json', projects);

  app.get('/projects/calls', async (c) => {
    const asked = await readList(c, kernel, 'call');
    if (asked.format === 'json') return c.json(await asked.json());
    return c.html(<CallsPage page={c.var.page} {...asked.shown} />);
  });

  app.get('/projects/experts', async (c) => {
    const experts = await loadExperts(kernel);
    const { format } = representation(c, 'experts', ['html', 'json']);
    if (format === 'json') return c.json({ items: matchesJson(experts, await nodeNames(kernel)) });
    return c.html(<ExpertsPage page={c.var.page} experts={experts} />);
  });
  return app;
}

async function readList<Name extends 'project' | 'call'>(c: Context<AppEnv>, kernel: Kernel, name: Name) {
  const filter = filterQuery.parse(c.req.query());
  const request = pageRequest(c.req.query());
  const { format } = representation(c, c.req.path.split('/').at(-1) ?? '', ['html', 'json']);
  const list = await listFiltered(kernel, name, filter, request);
  const [counts, provenance] = await Promise.all([
    countFacets(kernel, name, filter),
    loadProvenance(kernel, list.items),
  ]);
  const first = request.after === null;
  return {
    format,
    json: async () => ({ total: counts.total, ...(await subjectsJson(kernel, list)) }),
    shown: { filter, list, counts, provenance, first },
  };
}

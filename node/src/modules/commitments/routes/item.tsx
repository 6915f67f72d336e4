import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { asked, readSubjectRow, subjectJson } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { Gone, NotFound } from '../../../kernel/web/error.ts';
import { commitmentJson, planJson } from '../json.ts';
import { CommitmentPage } from '../pages/commitment-page.tsx';
import { PlanPage } from '../pages/plan-page.tsx';
import { ReferencePage } from '../pages/reference-page.tsx';
import { SaidPage } from '../pages/said-page.tsx';
import { loadCommitment, loadPlan, loadSaid, readComments } from '../read.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';

/** One commitment, one plan, one reference; as a page or as JSON. What is said of a commitment has a page each. */
export function itemRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const origin of ['', '/:origin{~[^/]+}']) {
    const at = (thing: Thing) =>
      `/commitments${origin}${SUBJECTS[thing].path.slice('/commitments'.length)}:id`;
    app.get(at('plan'), (c) => plan(c, kernel));
    app.get(at('reference'), (c) => reference(c, kernel));
    for (const thing of ['report', 'assessment', 'lead'] as const) {
      app.get(at(thing), (c) => said(c, kernel, thing));
    }
    app.get(at('commitment'), (c) => commitment(c, kernel));
  }
  return app;
}

async function commitment(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, SUBJECTS.commitment);
  const item = await loadCommitment(kernel, host, id);
  if (item === null) throw new NotFound('commitment');
  const erased = item.commitment.state === 'erased';
  if (format === 'json') return c.json(commitmentJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('commitment');
  const { own, id: subject } = item.commitment;
  const comments = own ? await readComments(kernel, subject) : [];
  return c.html(<CommitmentPage page={c.var.page} item={item} comments={comments} />);
}

async function plan(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, SUBJECTS.plan);
  const item = await loadPlan(kernel, host, id);
  if (item === null) throw new NotFound('plan');
  const erased = item.plan.state === 'erased';
  if (format === 'json') return c.json(planJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('plan');
  return c.html(<PlanPage page={c.var.page} item={item} />);
}

async function reference(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, SUBJECTS.reference);
  const row = await readSubjectRow(kernel, SUBJECTS.reference, host, id);
  if (row === null) throw new NotFound('reference');
  const provenance = (await loadProvenance(kernel, [row])).get(row.jti) ?? null;
  const erased = row.state === 'erased';
  if (format === 'json')
    return c.json(subjectJson(row, provenance, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('reference');
  return c.html(<ReferencePage page={c.var.page} reference={row} provenance={provenance} />);
}

/** What is said of a commitment has a page of its own; the commitment's page shows it beside what others say. */
async function said(c: Context<AppEnv>, kernel: Kernel, thing: 'report' | 'assessment' | 'lead') {
  const { host, id, format } = asked(c, SUBJECTS[thing]);
  const row = await readSubjectRow(kernel, SUBJECTS[thing], host, id);
  if (row === null) throw new NotFound(thing);
  const erased = row.state === 'erased';
  if (format === 'json') {
    const provenance = (await loadProvenance(kernel, [row])).get(row.jti);
    return c.json(subjectJson(row, provenance, await nodeNames(kernel)), erased ? 410 : 200);
  }
  if (erased) throw new Gone(thing);
  return c.html(<SaidPage page={c.var.page} item={await loadSaid(kernel, thing, row)} />);
}

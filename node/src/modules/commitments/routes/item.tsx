import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { Gone, NotFound } from '../../../kernel/web/error.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { idOf, PLACES, placeOf, type Thing } from '../address.ts';
import { commitmentJson, planJson, subjectJson } from '../json.ts';
import { CommitmentPage } from '../pages/commitment-page.tsx';
import { PlanPage } from '../pages/plan-page.tsx';
import { ReferencePage } from '../pages/reference-page.tsx';
import { loadCommitment, loadPlan, readSubjectRow } from '../read.ts';

/** One commitment, one plan, one reference; as a page or as JSON. What is said of a commitment stands on its page. */
export function itemRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const origin of ['', '/:origin{~[^/]+}']) {
    const at = (thing: Thing) => `/commitments${origin}${PLACES[thing].slice('/commitments'.length)}:id`;
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
  const { host, id, format } = asked(c, 'commitment');
  const item = await loadCommitment(kernel, host, id);
  if (item === null) throw new NotFound('commitment');
  const erased = item.commitment.state === 'erased';
  if (format === 'json') return c.json(commitmentJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('commitment');
  return c.html(<CommitmentPage page={c.var.page} item={item} />);
}

async function plan(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, 'plan');
  const item = await loadPlan(kernel, host, id);
  if (item === null) throw new NotFound('plan');
  const erased = item.plan.state === 'erased';
  if (format === 'json') return c.json(planJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('plan');
  return c.html(<PlanPage page={c.var.page} item={item} />);
}

async function reference(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, 'reference');
  const row = await readSubjectRow<'reference'>(kernel, 'reference', host, id);
  if (row === null) throw new NotFound('reference');
  const provenance = (await loadProvenance(kernel, [row])).get(row.jti) ?? null;
  const erased = row.state === 'erased';
  if (format === 'json')
    return c.json(subjectJson(row, provenance, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('reference');
  return c.html(<ReferencePage page={c.var.page} reference={row} provenance={provenance} />);
}

/** A report, an assessment and the word of a lead are read where the commitment is; without it, as their record. */
async function said(c: Context<AppEnv>, kernel: Kernel, thing: 'report' | 'assessment' | 'lead') {
  const { host, id, format } = asked(c, thing);
  const row = await readSubjectRow<typeof thing>(kernel, thing, host, id);
  if (row === null) throw new NotFound(thing);
  if (format === 'json') {
    const provenance = (await loadProvenance(kernel, [row])).get(row.jti);
    return c.json(subjectJson(row, provenance, await nodeNames(kernel)), row.state === 'erased' ? 410 : 200);
  }
  if (row.state !== 'live') return c.redirect(`/records/${row.jti}`, 303);
  const { sub, origin } = row.body.commitment;
  const own = origin.node === kernel.identity.origin;
  const target = idOf('commitment', sub);
  const held = target === null ? null : await loadHeld(kernel, own ? null : new URL(sub).host, target);
  return c.redirect(held === null ? `/records/${row.jti}` : `${placeOf(sub, own)}#${thing}-${id}`, 303);
}

function loadHeld(kernel: Kernel, host: string | null, id: string) {
  return readSubjectRow(kernel, 'commitment', host, id);
}

/** What the address asks for. @throws NotFound where its last part is no id */
function asked(c: Context<AppEnv>, thing: Thing) {
  const { name, format } = representation(c, c.req.param('id') ?? '', ['html', 'json']);
  const id = idOf(thing, PLACES[thing] + name);
  if (id === null) throw new NotFound(thing);
  const origin: string | undefined = c.req.param('origin');
  return { host: origin === undefined ? null : origin.slice(1).toLowerCase(), id, format };
}

import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import {
  asked,
  readSubjectRow,
  type SubjectRow,
  subjectAt,
  subjectJson,
} from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';
import { pathsOf } from './open.ts';

/** Where each is read: on a page of the project or call that it speaks of. */
const PLACES: Partial<Record<Thing, (id: string) => string>> = {
  membership: () => '#members',
  entry: (id) => `/ledger#entry-${id}`,
  decision: (id) => `#decision-${id}`,
  vote: () => '#decisions',
  output: (id) => `#output-${id}`,
  update: (id) => `#update-${id}`,
  answer: (id) => `#answer-${id}`,
};

/** What is said of something leads to the page where it is shown; without that, to its record. */
export function saidRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const thing of [...Object.keys(PLACES), 'offer', 'request'] as Thing[]) {
    for (const path of pathsOf(SUBJECTS[thing])) app.get(path, (c) => said(c, kernel, thing));
  }
  return app;
}

async function said(c: Context<AppEnv>, kernel: Kernel, thing: Thing) {
  const { host, id, format } = asked(c, SUBJECTS[thing]);
  const row: SubjectRow | null = await readSubjectRow(kernel, SUBJECTS[thing], host, id);
  if (row === null) throw new NotFound(thing);
  if (format === 'json') {
    const provenance = (await loadProvenance(kernel, [row])).get(row.jti);
    return c.json(subjectJson(row, provenance, await nodeNames(kernel)), row.state === 'erased' ? 410 : 200);
  }
  const record = `/records/${row.jti}`;
  // An entry stays in the books whatever its author did to it later.
  if (row.state !== 'live' && thing !== 'entry') return c.redirect(record, 303);
  if (thing === 'offer' || thing === 'request') return c.redirect(`/projects/experts#${thing}-${id}`, 303);
  const place = PLACES[thing]?.(id) ?? '';
  const { project, call } = row.body as { project?: { sub: string }; call?: { sub: string } };
  const held =
    project !== undefined
      ? await subjectAt(kernel, SUBJECTS.project, project.sub)
      : await subjectAt(kernel, SUBJECTS.call, call?.sub ?? '');
  return c.redirect(held === null || held.state === 'erased' ? record : held.path + place, 303);
}

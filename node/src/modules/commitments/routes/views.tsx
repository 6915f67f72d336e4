import { Hono } from 'hono';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { listSubjects } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { pageRequest } from '../../../kernel/web/paging.ts';
import { ComparePage, MOST_COMPARED } from '../pages/compare-page.tsx';
import { CountriesPage } from '../pages/countries-page.tsx';
import { PlansPage } from '../pages/plans-page.tsx';
import { ThemesPage } from '../pages/themes-page.tsx';
import { TimelinePage } from '../pages/timeline-page.tsx';
import {
  type Counted,
  listReferences,
  readStandings,
  readThemes,
  readThemesOf,
  readTimeline,
} from '../read.ts';
import { SUBJECTS } from '../subjects.ts';

/** Ways to look at many commitments at once. What a node promises and what a reference holds stay apart in all of them. */
export function viewRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/commitments/plans', async (c) => {
    const request = pageRequest(c.req.query());
    const list = await listSubjects(kernel, SUBJECTS.plan, request);
    const provenance = await loadProvenance(kernel, list.items);
    return c.html(
      <PlansPage page={c.var.page} list={list} provenance={provenance} first={request.after === null} />,
    );
  });

  app.get('/commitments/timeline', async (c) => {
    const request = pageRequest(c.req.query());
    const timeline = await readTimeline(kernel, c.req.query('year'), request);
    return c.html(<TimelinePage page={c.var.page} timeline={timeline} first={request.after === null} />);
  });

  app.get('/commitments/themes', async (c) => {
    return c.html(<ThemesPage page={c.var.page} themes={await readThemes(kernel)} />);
  });

  app.get('/commitments/countries', async (c) => {
    return c.html(<CountriesPage page={c.var.page} {...(await counted(kernel, c.var.page.locale))} />);
  });

  app.get('/commitments/compare', async (c) => {
    const asked = [...new Set(c.req.queries('with') ?? [])].slice(0, MOST_COMPARED);
    const [themes, all] = await Promise.all([readThemesOf(kernel), counted(kernel, c.var.page.locale)]);
    return c.html(<ComparePage page={c.var.page} asked={asked} themes={themes} {...all} />);
  });
  return app;
}

/** All that is counted, in the order of the reader's alphabet. */
async function counted(kernel: Kernel, locale: Locale) {
  const [all, references, names] = await Promise.all([
    readStandings(kernel),
    listReferences(kernel),
    nodeNames(kernel),
  ]);
  const named = ({ name }: Counted) => names.get(name) ?? name;
  return { all: all.toSorted((a, b) => named(a).localeCompare(named(b), locale)), references, names };
}

import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { hostIn, isId, pathOf } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { adoptionJson, practiceJson } from '../json.ts';
import { AdoptionPage } from '../pages/adoption-page.tsx';
import { ErasedPage } from '../pages/erased-page.tsx';
import { PracticePage } from '../pages/practice-page.tsx';
import { idOfSlug, loadAdoption, loadPractice, nodeNames } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { PLACES } from './places.ts';

/** One practice, one adoption; as a page or as JSON. */
export function itemRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  async function adoption(c: Context<AppEnv>) {
    const { name, format } = representation(c, c.req.param('id') ?? '', ['html', 'json']);
    const item = isId(name) ? await loadAdoption(kernel, hostIn(c), name) : null;
    if (item === null) throw new NotFound('adoption');
    const erased = item.adoption.state === 'erased';
    if (format === 'json') {
      return c.json(
        adoptionJson(item.adoption, item.provenance, await nodeNames(kernel)),
        erased ? 410 : 200,
      );
    }
    if (erased) return c.html(<ErasedPage page={c.var.page} provenance={item.provenance} />, 410);
    const original = c.req.query('original') !== undefined;
    return c.html(<AdoptionPage page={c.var.page} item={item} original={original} />);
  }

  async function practice(c: Context<AppEnv>) {
    const { name, format } = representation(c, c.req.param('id') ?? '', ['html', 'json']);
    if (!isId(name)) return await bySlug(c, name);
    const item = await loadPractice(kernel, hostIn(c), name);
    if (item === null) throw new NotFound('practice');
    const erased = item.practice.state === 'erased';
    if (format === 'json') {
      const names = await nodeNames(kernel);
      const provenance = await loadProvenance(kernel, item.adoptions);
      const adoptions = item.adoptions.map((row) => adoptionJson(row, provenance.get(row.jti), names));
      return c.json(
        { ...practiceJson(item.practice, item.provenance, names), adoptions },
        erased ? 410 : 200,
      );
    }
    if (erased) return c.html(<ErasedPage page={c.var.page} provenance={item.provenance} />, 410);
    const original = c.req.query('original') !== undefined;
    return c.html(<PracticePage page={c.var.page} item={item} original={original} />);
  }

  /** A readable address leads to the lasting one. */
  async function bySlug(c: Context<AppEnv>, slug: string) {
    const id = hostIn(c) === null ? await idOfSlug(kernel, slug.toLowerCase()) : null;
    if (id === null) throw new NotFound('practice');
    return c.redirect(pathOf(SUBJECTS.practice, id), 301);
  }

  for (const place of PLACES) app.get(`${place}/adoptions/:id`, adoption);
  for (const place of PLACES) app.get(`${place}/:id`, practice);
  return app;
}

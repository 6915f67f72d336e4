import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Version } from '../../../kernel/log/history.ts';
import { hostIn, idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { changesBetween } from '../difference.ts';
import { ADOPTION_FIELDS, PRACTICE_FIELDS } from '../fields.ts';
import { About } from '../pages/about.tsx';
import { AdoptionContent } from '../pages/adoption-page.tsx';
import { ChangesPage } from '../pages/changes-page.tsx';
import { HistoryPage, type HistorySubject } from '../pages/history-page.tsx';
import { PracticeContent } from '../pages/practice-content.tsx';
import { VersionPage } from '../pages/version-page.tsx';
import { adoptionVersions, practiceVersions, readAdoption, readPractice } from '../read.ts';
import { PLACES } from './places.ts';

/** What the pages of a history need of their subject: practices and adoptions have the same ones. */
interface Past {
  subject: HistorySubject;
  versions: ReadonlyArray<Version<object>>;
  fields: readonly string[];
  /** The content of the version with this place in `versions`. */
  content(page: PageContext, at: number): Child;
}
type LoadPast = (kernel: Kernel, host: string | null, id: string) => Promise<Past>;

/** The versions of a subject, each as it read then, and what changed from one to the next. */
export function historyRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const place of PLACES) {
    mount(app, kernel, `${place}/adoptions/:id/history`, adoptionPast);
    mount(app, kernel, `${place}/:id/history`, practicePast);
  }
  return app;
}

function mount(app: Hono<AppEnv>, kernel: Kernel, path: string, load: LoadPast): void {
  app.get(path, async (c) => {
    const { subject, versions } = await load(kernel, hostIn(c), idIn(c));
    return c.html(<HistoryPage page={c.var.page} subject={subject} versions={versions} />);
  });
  app.get(`${path}/:number{[0-9]{1,6}}`, async (c) => {
    const past = await load(kernel, hostIn(c), idIn(c));
    const at = placeOf(past, c);
    const version = past.versions[at] as Version<object>;
    return c.html(
      <VersionPage page={c.var.page} subject={past.subject} version={version}>
        {version.body !== null && past.content(c.var.page, at)}
      </VersionPage>,
    );
  });
  app.get(`${path}/:number{[0-9]{1,6}}/changes`, async (c) => {
    const past = await load(kernel, hostIn(c), idIn(c));
    const at = placeOf(past, c);
    const [after, before] = past.versions.slice(at, at + 2);
    if (after === undefined || before === undefined) throw new NotFound('version');
    return c.html(
      <ChangesPage
        page={c.var.page}
        subject={past.subject}
        number={after.number}
        changes={changesBetween({ ...before.body }, { ...after.body }, past.fields)}
      />,
    );
  });
}

function placeOf({ versions }: Past, c: Context): number {
  const at = versions.findIndex((version) => version.number === Number(c.req.param('number')));
  if (at < 0) throw new NotFound('version');
  return at;
}

async function practicePast(kernel: Kernel, host: string | null, id: string): Promise<Past> {
  const practice = await readPractice(kernel, host, id);
  if (practice === null || practice.state === 'erased') throw new NotFound('practice');
  const versions = await practiceVersions(kernel, practice);
  return {
    subject: { title: practice.body.title, path: practice.path, version: practice.version },
    versions,
    fields: PRACTICE_FIELDS,
    content(page, at) {
      const body = versions[at]?.body;
      if (!body) return null;
      return (
        <>
          <PracticeContent page={page} body={body} />
          <About page={page} body={body} />
        </>
      );
    },
  };
}

async function adoptionPast(kernel: Kernel, host: string | null, id: string): Promise<Past> {
  const adoption = await readAdoption(kernel, host, id);
  if (adoption === null || adoption.state === 'erased') throw new NotFound('adoption');
  const versions = await adoptionVersions(kernel, adoption);
  return {
    subject: { title: adoption.body.practice.title, path: adoption.path, version: adoption.version },
    versions,
    fields: ADOPTION_FIELDS,
    content(page, at) {
      const body = versions[at]?.body;
      return body ? <AdoptionContent page={page} body={body} /> : null;
    },
  };
}

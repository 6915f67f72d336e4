import { type Context, Hono } from 'hono';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { hostIn, idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { type HistorySubject, historyPages, type Past } from '../../../ui/index.ts';
import type { Adoption } from '../adoption.ts';
import { ADOPTION_FIELDS, PRACTICE_FIELDS } from '../fields.ts';
import { About } from '../pages/about.tsx';
import { AdoptionContent } from '../pages/adoption-page.tsx';
import { practiceWords } from '../pages/history-words.ts';
import { PracticeContent } from '../pages/practice-content.tsx';
import type { Practice } from '../practice.ts';
import { adoptionVersions, practiceVersions, readAdoption, readPractice } from '../read.ts';
import { PLACES } from './places.ts';

/** The versions of practices and adoptions. */
export function historyRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const place of PLACES) {
    historyPages(app, `${place}/adoptions/:id/history`, (c) => adoptionPast(c, kernel));
    historyPages(app, `${place}/:id/history`, (c) => practicePast(c, kernel));
  }
  return app;
}

async function practicePast(c: Context<AppEnv>, kernel: Kernel): Promise<Past<Practice>> {
  const practice = await readPractice(kernel, hostIn(c), idIn(c));
  if (practice === null || practice.state === 'erased') throw new NotFound('practice');
  return {
    subject: subjectOf(c.var.page, { ...practice, title: practice.body.title }),
    versions: await practiceVersions(kernel, practice),
    fields: PRACTICE_FIELDS,
    content: (page, body) => (
      <>
        <PracticeContent page={page} body={body} />
        <About page={page} body={body} />
      </>
    ),
  };
}

async function adoptionPast(c: Context<AppEnv>, kernel: Kernel): Promise<Past<Adoption>> {
  const adoption = await readAdoption(kernel, hostIn(c), idIn(c));
  if (adoption === null || adoption.state === 'erased') throw new NotFound('adoption');
  return {
    subject: subjectOf(c.var.page, { ...adoption, title: adoption.body.practice.title }),
    versions: await adoptionVersions(kernel, adoption),
    fields: ADOPTION_FIELDS,
    content: (page, body) => <AdoptionContent page={page} body={body} />,
  };
}

function subjectOf(
  page: PageContext,
  { title, path, version }: { title: LangText; path: string; version: number },
): HistorySubject {
  return {
    title,
    path,
    version,
    door: 'shared-work',
    above: [{ label: page.t('practices.nav'), href: '/practices' }],
    ...practiceWords(page),
  };
}

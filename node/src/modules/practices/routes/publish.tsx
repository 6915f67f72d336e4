import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { publishPractice, revisePractice } from '../commands.ts';
import { changesBetween } from '../difference.ts';
import { PRACTICE_FIELDS } from '../fields.ts';
import { formLanguages } from '../form/languages.ts';
import { readPracticeForm, unshownFields, writePracticeForm } from '../form/practice-form.ts';
import { value } from '../form/values.ts';
import { practiceAnswers } from '../pages/answers.tsx';
import { CheckPage } from '../pages/check-page.tsx';
import { PracticeFormPage } from '../pages/practice-form-page.tsx';
import type { PracticeInput } from '../practice.ts';
import { type PracticeDetail, practiceVersions, readPractice } from '../read.ts';
import { idIn, isId } from './address.ts';
import { requireOffered } from './offered.ts';
import { type Steps, takeStep } from './steps.ts';

/** Publishing a practice, and its next version. */
export function publishRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/practices/new', (c) => {
    requireOffered(c, 'practices.publish');
    const typed = { id: [uuidv7()], source: [c.var.page.locale] };
    return c.html(newSteps(c, kernel).form(typed, {}));
  });
  app.post('/practices/new', (c) => {
    requireOffered(c, 'practices.publish');
    return takeStep(c, newSteps(c, kernel));
  });

  app.get('/practices/:id/revise', async (c) => {
    requireOffered(c, 'practices.revise');
    const practice = await ownPractice(kernel, idIn(c));
    const typed = { ...writePracticeForm(practice.body), prev: [practice.latest] };
    return c.html(reviseSteps(c, kernel, practice).form(typed, {}));
  });
  app.post('/practices/:id/revise', async (c) => {
    requireOffered(c, 'practices.revise');
    return await takeStep(c, reviseSteps(c, kernel, await ownPractice(kernel, idIn(c))));
  });
  return app;
}

function newSteps(c: Context<AppEnv>, kernel: Kernel): Steps<PracticeInput> {
  const { page, actor } = c.var;
  const action = '/practices/new';
  return {
    read: (typed) => readPracticeForm(typed, page.locale),
    form: (typed, faults) => (
      <PracticeFormPage page={page} action={action} revised={null} typed={typed} {...faults} />
    ),
    check: (typed, body) => (
      <CheckPage
        page={page}
        action={action}
        crumbs={[{ label: page.t('practices.nav'), href: '/practices' }]}
        title={page.t('practices.check.title')}
        sections={practiceAnswers(page, body, formLanguages(typed, page.locale))}
        typed={typed}
        button={page.t('practices.check.publish')}
        becomesPublic={page.t('practices.check.public-practice')}
      />
    ),
    publish: (typed, body) => {
      const id = value(typed, 'id');
      return publishPractice(kernel, actor, { body, ...(isId(id) && { id }) });
    },
    receipt: ({ sub, jti }) => `${new URL(sub).pathname}/receipt/${jti}`,
    // The form was sent before: its first answer counts.
    stale: async (typed) => {
      const { path, jti } = await ownPractice(kernel, value(typed, 'id'));
      return { redirect: `${path}/receipt/${jti}` };
    },
  };
}

function reviseSteps(c: Context<AppEnv>, kernel: Kernel, practice: PracticeDetail): Steps<PracticeInput> {
  const { page, actor } = c.var;
  const { id, path, body: current } = practice;
  const action = `${path}/revise`;
  const title = pickText(current.title, page.locale).text;
  return {
    read: (typed) => readPracticeForm(typed, page.locale, unshownFields(current)),
    form: (typed, faults) => (
      <PracticeFormPage page={page} action={action} revised={{ title, path }} typed={typed} {...faults} />
    ),
    check: (typed, body) => (
      <CheckPage
        page={page}
        action={action}
        crumbs={[
          { label: page.t('practices.nav'), href: '/practices' },
          { label: title, href: path },
        ]}
        title={page.t('practices.check.title')}
        sections={practiceAnswers(page, body, formLanguages(typed, page.locale))}
        typed={typed}
        button={page.t('practices.check.revise')}
        becomesPublic={page.t('practices.check.public-revision')}
      />
    ),
    publish: (typed, body) => revisePractice(kernel, actor, { id, prev: value(typed, 'prev'), body }),
    receipt: ({ jti }) => `${path}/receipt/${jti}`,
    stale: async (typed) => {
      const versions = await practiceVersions(kernel, practice);
      const seen = versions.find((version) => version.jti === value(typed, 'prev'));
      const changes = changesBetween({ ...seen?.body }, { ...current }, PRACTICE_FIELDS);
      return { prev: practice.latest, changes };
    },
  };
}

async function ownPractice(kernel: Kernel, id: string): Promise<PracticeDetail> {
  const practice = isId(id) ? await readPractice(kernel, null, id) : null;
  if (practice === null) throw new NotFound('practice');
  if (practice.state !== 'live') throw new WithdrawnSubject(practice.state);
  return practice;
}

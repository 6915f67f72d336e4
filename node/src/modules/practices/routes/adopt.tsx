import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { changesBetween } from '../../../kernel/log/difference.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { hostIn, idIn, isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import { formLanguages, value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { CheckPage } from '../../../ui/index.ts';
import type { AdoptionInput } from '../adoption.ts';
import { adopt, reviseAdoption } from '../commands.ts';
import { OwnPractice } from '../error.ts';
import { ADOPTION_FIELDS } from '../fields.ts';
import { readAdoptionForm, unshownAdoptionFields, writeAdoptionForm } from '../form/adoption-form.ts';
import { adoptionAnswers } from '../pages/adoption-answers.tsx';
import { AdoptionFormPage, type SourceChoice } from '../pages/adoption-form-page.tsx';
import {
  type AdoptionRow,
  adoptionsOf,
  adoptionVersions,
  type PracticeDetail,
  practiceAt,
  readAdoption,
  readPractice,
} from '../read.ts';
import { PLACES } from './places.ts';
import { type Steps, takeStep } from './steps.ts';

/** Adopting a practice, taking back what others made of ours, and revising either. */
export function adoptRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/practices/adoptions/:id/revise', async (c) => {
    requireOffered(c, 'practices.adopt');
    const { adoption, steps } = await revising(c, kernel);
    const typed = {
      ...writeAdoptionForm(adoption.body),
      prev: [adoption.latest],
      from: [adoption.source ?? ''],
    };
    return c.html(steps.form(typed, {}));
  });
  app.post('/practices/adoptions/:id/revise', async (c) => {
    requireOffered(c, 'practices.adopt');
    const { steps } = await revising(c, kernel);
    return await takeStep(c, steps);
  });

  for (const place of PLACES) {
    app.get(`${place}/:id/adopt`, async (c) => {
      requireOffered(c, 'practices.adopt');
      const { steps, ours, sources } = await adopting(c, kernel);
      if (ours !== undefined) return c.redirect(`${ours.path}/revise`, 303);
      const typed = { id: [uuidv7()], source: [c.var.page.locale], from: [sources[0]?.value ?? ''] };
      return c.html(steps.form(typed, {}));
    });
    app.post(`${place}/:id/adopt`, async (c) => {
      requireOffered(c, 'practices.adopt');
      const { steps } = await adopting(c, kernel);
      return await takeStep(c, steps);
    });
  }
  return app;
}

async function adopting(c: Context<AppEnv>, kernel: Kernel) {
  const practice = await readPractice(kernel, hostIn(c), idIn(c));
  if (practice === null) throw new NotFound('practice');
  if (practice.state !== 'live') throw new WithdrawnSubject(practice.state);
  const adoptions = await adoptionsOf(kernel, practice.sub);
  const sources = sourcesOf(c, practice, adoptions);
  if (sources.length === 0) throw new OwnPractice();
  const ours = practice.own ? undefined : adoptions.find((adoption) => adoption.own);
  return { sources, ours, steps: adoptSteps(c, kernel, practice, sources) };
}

async function revising(c: Context<AppEnv>, kernel: Kernel) {
  const adoption = await readAdoption(kernel, null, idIn(c));
  if (adoption === null) throw new NotFound('adoption');
  if (adoption.state !== 'live') throw new WithdrawnSubject(adoption.state);
  const practice = await practiceAt(kernel, adoption.practice);
  const others = practice === null ? [] : await adoptionsOf(kernel, practice.sub);
  const sources = practice === null ? [] : sourcesOf(c, practice, others);
  return { adoption, steps: reviseSteps(c, kernel, adoption, practice, sources) };
}

function adoptSteps(
  c: Context<AppEnv>,
  kernel: Kernel,
  practice: PracticeDetail,
  sources: readonly SourceChoice[],
): Steps<AdoptionInput> {
  const { page, actor } = c.var;
  const action = `${practice.path}/adopt`;
  const name = pickText(practice.body.title, page.locale).text;
  const title = page.t(practice.own ? 'practices.edit.take-back' : 'practices.edit.adopt', { title: name });
  const crumbs = [
    { label: page.t('practices.nav'), href: '/practices' },
    { label: name, href: practice.path },
  ];
  return {
    read: (typed) => readAdoptionForm(typed, page.locale),
    form: (typed, faults) => (
      <AdoptionFormPage
        page={page}
        action={action}
        title={title}
        lead={page.t(practice.own ? 'practices.edit.take-back-lead' : 'practices.edit.adopt-lead')}
        crumbs={crumbs}
        sources={sources}
        revising={false}
        typed={typed}
        {...faults}
      />
    ),
    check: (typed, body) => (
      <CheckPage
        page={page}
        action={action}
        crumbs={crumbs}
        door="shared-work"
        title={page.t('ui.check.title')}
        sections={adoptionAnswers(page, body, {
          langs: formLanguages(typed, page.locale),
          from: chosen(sources, value(typed, 'from')),
          action,
        })}
        carried={typed}
        button={page.t('practices.check.adopt')}
        becomesPublic={page.t('practices.check.public-adoption')}
      />
    ),
    publish: (typed, body) => {
      const id = value(typed, 'id');
      const from = value(typed, 'from') || undefined;
      return adopt(kernel, actor, { practice: practice.sub, from, body, ...(isId(id) && { id }) });
    },
    receipt: ({ sub, jti }) => `${new URL(sub).pathname}/receipt/${jti}`,
    stale: async (typed) => {
      const id = value(typed, 'id');
      const before = isId(id) ? await readAdoption(kernel, null, id) : null;
      if (before === null) throw new NotFound('adoption');
      return { redirect: `${before.path}/receipt/${before.jti}` };
    },
  };
}

function reviseSteps(
  c: Context<AppEnv>,
  kernel: Kernel,
  adoption: AdoptionRow,
  practice: PracticeDetail | null,
  sources: readonly SourceChoice[],
): Steps<AdoptionInput> {
  const { page, actor } = c.var;
  const { id, path, body: current } = adoption;
  const action = `${path}/revise`;
  const name = pickText(current.practice.title, page.locale).text;
  const title = page.t('practices.edit.revise-adoption', { title: name });
  const crumbs = [
    { label: page.t('practices.nav'), href: '/practices' },
    { label: name, href: practice?.path ?? current.practice.sub },
  ];
  return {
    read: (typed) => readAdoptionForm(typed, page.locale, unshownAdoptionFields(current)),
    form: (typed, faults) => (
      <AdoptionFormPage
        page={page}
        action={action}
        title={title}
        lead={page.t('practices.edit.revise-adoption-lead')}
        crumbs={crumbs}
        sources={sources}
        revising={true}
        typed={typed}
        {...faults}
      />
    ),
    check: (typed, body) => (
      <CheckPage
        page={page}
        action={action}
        crumbs={crumbs}
        door="shared-work"
        title={page.t('ui.check.title')}
        sections={adoptionAnswers(page, body, {
          langs: formLanguages(typed, page.locale),
          from: chosen(sources, value(typed, 'from')),
          action,
        })}
        carried={typed}
        button={page.t('ui.check.revise')}
        becomesPublic={page.t('ui.check.public-revision')}
      />
    ),
    publish: (typed, body) => {
      // Where the practice is not held here there is nothing to choose from: what was said before stays.
      const from = sources.length === 0 ? current.from?.sub : value(typed, 'from') || undefined;
      return reviseAdoption(kernel, actor, { id, prev: value(typed, 'prev'), from, body });
    },
    receipt: ({ jti }) => `${path}/receipt/${jti}`,
    stale: async (typed) => {
      const versions = await adoptionVersions(kernel, adoption);
      const seen = versions.find((version) => version.jti === value(typed, 'prev'));
      return {
        prev: adoption.latest,
        changes: changesBetween({ ...seen?.body }, { ...current }, ADOPTION_FIELDS),
      };
    },
  };
}

/** The origin, unless it is us, and everybody else who has adopted it. */
function sourcesOf(
  c: Context<AppEnv>,
  practice: PracticeDetail,
  adoptions: readonly AdoptionRow[],
): SourceChoice[] {
  const { page } = c.var;
  const origin = practice.own ? [] : [{ value: '', label: faceOf(page, practice.node).name }];
  const others = adoptions.filter((adoption) => !adoption.own);
  return [
    ...origin,
    ...others.map(({ sub, node, body }) => ({
      value: sub,
      label: page.t('practices.edit.source-choice', {
        who: faceOf(page, node).name,
        gist: pickText(body.gist, page.locale).text,
      }),
    })),
  ];
}

function chosen(sources: readonly SourceChoice[], from: string): string {
  return sources.find((source) => source.value === from)?.label ?? '';
}

import { Hono } from 'hono';
import { z } from 'zod';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { hostIn, idIn, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { join, publishOutput, publishUpdate, putDecision, vote } from '../commands.ts';
import { decisionInput, voteInput } from '../decision.ts';
import type { Field } from '../form/fields.ts';
import { writeFields } from '../form/read.ts';
import { zoneField } from '../form/seeking-fields.ts';
import { formWords, labelled } from '../form/words.ts';
import { membershipInput } from '../membership.ts';
import { outputInput } from '../output.ts';
import { outputWord } from '../pages/words.ts';
import type { ProjectItem } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { updateInput } from '../update.ts';
import { OUTPUT_KINDS, RULES } from '../vocabulary.ts';
import { pathsOf, projectCrumbs, projectIn } from './open.ts';
import { answering, shortForm } from './short-form.tsx';

const MOST_OPTIONS = 4;

/** Forms of members: joining, deciding, saying what came of it. */
export function memberForms(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const titled = (page: PageContext, item: ProjectItem, verb: string, fields: readonly Field[]) =>
    formWords(page, verb, {
      crumbs: projectCrumbs(page, item),
      action: `${item.project.path}/${verb}`,
      title: pickText(item.project.body.title, page.locale).text,
      fields,
    });

  app.route(
    '/',
    shortForm(kernel, {
      paths: pathsOf(SUBJECTS.project, '/join'),
      permission: 'projects.join',
      thing: 'membership',
      async open(c) {
        const { page, actor } = c.var;
        const item = await projectIn(c, kernel);
        const part = labelled(page, 'part', { as: 'text', lines: 4 } as const, {
          help: true,
          optional: true,
        });
        return {
          words: titled(page, item, 'join', [part]),
          ...answering(membershipInput, ({ id, body }) =>
            join(kernel, actor, { id, project: item.project.sub, body }),
          ),
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      paths: pathsOf(SUBJECTS.project, '/decide'),
      permission: 'projects.decide',
      thing: 'decision',
      async open(c) {
        const { page, actor } = c.var;
        const item = await projectIn(c, kernel);
        const rules = RULES.map((rule) => ({ value: rule, label: page.t(`projects.rule.${rule}`) }));
        const fields: Field[] = [
          labelled(page, 'title', { as: 'text' } as const),
          {
            ...labelled(page, 'text', { as: 'text', lines: 5 } as const),
            label: page.t('projects.label.question'),
          },
          ...Array.from(
            { length: MOST_OPTIONS },
            (_, i): Field => ({
              as: 'text',
              name: `options.${i}.title`,
              label: page.t('projects.label.option', { number: i + 1 }),
              ...(i > 1 && { optional: true }),
            }),
          ),
          labelled(page, 'rule', { as: 'radio', choices: rules } as const),
          labelled(page, 'deadline', { as: 'line', width: 'short' } as const, { help: true, optional: true }),
          zoneField(page),
        ];
        return {
          words: titled(page, item, 'decide', fields),
          ...answering(decisionForm, ({ id, body }) =>
            putDecision(kernel, actor, { id, project: item.project.sub, body }),
          ),
          typed: { zone: [item.project.body.zone] },
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      paths: pathsOf(SUBJECTS.decision, '/vote'),
      permission: 'projects.decide',
      thing: 'vote',
      async open(c) {
        const { page, actor } = c.var;
        const decision = await readSubjectRow(kernel, SUBJECTS.decision, hostIn(c), idIn(c));
        if (decision?.state !== 'live') throw new NotFound('decision');
        const { title, options } = decision.body;
        const choices = options.map((option) => ({
          value: option.key,
          label: pickText(option.title, page.locale).text,
        }));
        return {
          words: formWords(page, 'vote', {
            crumbs: [{ label: page.t('projects.nav'), href: '/projects' }],
            action: `${decision.path}/vote`,
            title: pickText(title, page.locale).text,
            fields: [
              { ...labelled(page, 'vote', { as: 'radio', choices } as const), name: 'option' },
              labelled(page, 'reason', { as: 'text', lines: 3 } as const, { optional: true }),
            ],
          }),
          ...answering(voteInput, ({ body }) => vote(kernel, actor, { decision: decision.sub, body })),
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      paths: pathsOf(SUBJECTS.project, '/output'),
      permission: 'projects.publish',
      thing: 'output',
      async open(c) {
        const { page, actor } = c.var;
        const item = await projectIn(c, kernel);
        return {
          words: titled(page, item, 'output', outputFields(page)),
          ...answering(outputInput, ({ id, body }) =>
            publishOutput(kernel, actor, { id, project: item.project.sub, body }),
          ),
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      paths: [`${SUBJECTS.output.path}:id/revise`],
      permission: 'projects.publish',
      thing: 'output',
      async open(c) {
        const { page, actor } = c.var;
        const output = await readSubjectRow(kernel, SUBJECTS.output, null, idIn(c));
        if (output?.state !== 'live') throw new NotFound('output');
        const fields = outputFields(page);
        return {
          words: formWords(page, 'output', {
            crumbs: [{ label: page.t('projects.nav'), href: '/projects' }],
            action: `${output.path}/revise`,
            title: pickText(output.body.project.title, page.locale).text,
            fields,
          }),
          ...answering(outputInput, ({ prev, body }) =>
            publishOutput(kernel, actor, { id: output.id, prev, body }),
          ),
          typed: { ...writeFields(output.body, fields), prev: [output.latest] },
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      paths: pathsOf(SUBJECTS.project, '/update'),
      permission: 'projects.publish',
      thing: 'update',
      async open(c) {
        const { page, actor } = c.var;
        const item = await projectIn(c, kernel);
        const choices = item.milestones
          .filter(({ state }) => state !== 'done')
          .map(({ milestone }) => ({
            value: milestone.key,
            label: pickText(milestone.title, page.locale).text,
          }));
        const none = page.t('projects.label.no-milestone');
        const fields: Field[] = [
          {
            ...labelled(page, 'text', { as: 'text', lines: 5 } as const),
            label: page.t('projects.label.news'),
          },
          labelled(page, 'milestone', { as: 'select', choices, empty: none } as const, {
            help: true,
            optional: true,
          }),
        ];
        return {
          words: titled(page, item, 'update', fields),
          ...answering(updateInput, ({ id, body }) =>
            publishUpdate(kernel, actor, { id, project: item.project.sub, body }),
          ),
        };
      },
    }),
  );
  return app;
}

function outputFields(page: PageContext): Field[] {
  const kinds = OUTPUT_KINDS.map((kind) => ({ value: kind, label: outputWord(page, kind) }));
  return [
    labelled(page, 'kind', { as: 'radio', choices: kinds } as const),
    labelled(page, 'title', { as: 'text' } as const),
    {
      ...labelled(page, 'text', { as: 'text', lines: 4 } as const, { optional: true }),
      label: page.t('projects.label.description'),
    },
    labelled(page, 'url', { as: 'line', type: 'url' } as const),
    labelled(page, 'sha256', { as: 'line' } as const, { help: true, optional: true }),
    labelled(page, 'record', { as: 'line', type: 'url' } as const, { help: true, optional: true }),
  ];
}

/** Options are typed one below the other; each gets its place as its key. */
const decisionForm = z.preprocess((typed) => {
  const { options = {}, ...rest } = typed as { options?: Record<string, object> };
  return { ...rest, options: Object.values(options).map((option, i) => ({ key: `${i + 1}`, ...option })) };
}, decisionInput);

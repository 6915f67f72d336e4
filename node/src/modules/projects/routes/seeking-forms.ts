import { Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { answerInput, callInput } from '../call.ts';
import { answerCall, publishCall, publishExpert } from '../commands.ts';
import { expertInput } from '../expert.ts';
import { writeFields } from '../form/read.ts';
import { callFields, expertFields } from '../form/seeking-fields.ts';
import { formWords, labelled } from '../form/words.ts';
import { SUBJECTS } from '../subjects.ts';
import { callIn, pathsOf, projectCrumbs, projectIn, projectsCrumb } from './open.ts';
import { answering, shortForm } from './short-form.tsx';

const PUBLISH = { permission: 'projects.publish' } as const;

/** Forms of calls for partners and of experts. */
export function seekingForms(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const zone = { zone: [new Intl.DateTimeFormat().resolvedOptions().timeZone] };

  app.route(
    '/',
    shortForm(kernel, {
      ...PUBLISH,
      paths: ['/projects/calls/new'],
      thing: 'call',
      async open(c) {
        const { page, actor } = c.var;
        return {
          words: formWords(page, 'call', {
            crumbs: callCrumbs(page),
            action: '/projects/calls/new',
            fields: callFields(page),
          }),
          ...answering(callInput, ({ id, body }) => publishCall(kernel, actor, { id, body })),
          typed: zone,
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      ...PUBLISH,
      paths: pathsOf(SUBJECTS.project, '/call'),
      thing: 'call',
      async open(c) {
        const { page, actor } = c.var;
        const item = await projectIn(c, kernel);
        return {
          words: formWords(page, 'call', {
            crumbs: projectCrumbs(page, item),
            action: `${item.project.path}/call`,
            fields: callFields(page),
          }),
          ...answering(callInput, ({ id, body }) => publishCall(kernel, actor, { id, body })),
          typed: { zone: [item.project.body.zone], topics: item.project.body.topics },
          kept: { project: item.project.sub },
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      ...PUBLISH,
      paths: [`${SUBJECTS.call.path}:id/revise`],
      thing: 'call',
      async open(c) {
        const { page, actor } = c.var;
        const call = await readSubjectRow(kernel, SUBJECTS.call, null, idIn(c));
        if (call?.state !== 'live') throw new NotFound('call');
        const fields = callFields(page);
        const { project, links } = call.body;
        return {
          words: formWords(page, 'call', { crumbs: callCrumbs(page), action: `${call.path}/revise`, fields }),
          ...answering(callInput, ({ prev, body }) =>
            publishCall(kernel, actor, { id: call.id, prev, body }),
          ),
          typed: { ...writeFields(call.body, fields), prev: [call.latest] },
          kept: { ...(project && { project: project.sub }), ...(links && { links }) },
        };
      },
    }),
  );

  app.route(
    '/',
    shortForm(kernel, {
      ...PUBLISH,
      paths: pathsOf(SUBJECTS.call, '/answer'),
      thing: 'answer',
      async open(c) {
        const { page, actor } = c.var;
        const { call } = await callIn(c, kernel);
        const title = pickText(call.body.title, page.locale).text;
        return {
          words: formWords(page, 'answer', {
            crumbs: [...callCrumbs(page), { label: title, href: call.path }],
            action: `${call.path}/answer`,
            title,
            fields: [
              {
                ...labelled(page, 'text', { as: 'text', lines: 5 } as const),
                label: page.t('projects.label.interest'),
              },
            ],
          }),
          ...answering(answerInput, ({ id, body }) =>
            answerCall(kernel, actor, { id, call: call.sub, body }),
          ),
        };
      },
    }),
  );

  for (const thing of ['offer', 'request'] as const) {
    const words = (page: PageContext, action: string) =>
      formWords(page, thing, {
        crumbs: [projectsCrumb(page), { label: page.t('projects.experts.title'), href: '/projects/experts' }],
        action,
        fields: expertFields(page),
      });
    const path = SUBJECTS[thing].path;
    app.route(
      '/',
      shortForm(kernel, {
        ...PUBLISH,
        paths: [`${path}new`],
        thing,
        async open(c) {
          const { page, actor } = c.var;
          return {
            words: words(page, `${path}new`),
            ...answering(expertInput, ({ id, body }) => publishExpert(kernel, actor, thing, { id, body })),
            typed: zone,
          };
        },
      }),
    );
    app.route(
      '/',
      shortForm(kernel, {
        ...PUBLISH,
        paths: [`${path}:id/revise`],
        thing,
        async open(c) {
          const { page, actor } = c.var;
          const row = await readSubjectRow(kernel, SUBJECTS[thing], null, idIn(c));
          if (row?.state !== 'live') throw new NotFound(thing);
          return {
            words: words(page, `${row.path}/revise`),
            ...answering(expertInput, ({ prev, body }) =>
              publishExpert(kernel, actor, thing, { id: row.id, prev, body }),
            ),
            typed: { ...writeFields(row.body, expertFields(page)), prev: [row.latest] },
          };
        },
      }),
    );
  }
  return app;
}

function callCrumbs(page: PageContext) {
  return [projectsCrumb(page), { label: page.t('projects.calls.title'), href: '/projects/calls' }];
}

import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { subject } from '../../../kernel/subjects/parts.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { writeEntry } from '../commands.ts';
import { activeMembers } from '../computed/members.ts';
import { type EntryInput, entryInput } from '../entry.ts';
import { NotMember, NotProjectLead } from '../error.ts';
import type { Field } from '../form/fields.ts';
import {
  amountFields,
  entryChoices,
  openPledges,
  reversible,
  toAcknowledge,
  wordFields,
} from '../form/ledger-fields.ts';
import { formWords, labelled } from '../form/words.ts';
import { amount, writeAmount } from '../ledger/amount.ts';
import { left } from '../ledger/books.ts';
import { day, text } from '../parts.ts';
import type { ProjectItem } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { pathsOf, projectCrumbs, projectIn } from './open.ts';
import { answering, shortForm } from './short-form.tsx';

const words = { on: day.optional(), text: text.optional() };

/** What is asked of staff where amount and unit follow from the entry that is chosen. */
const acknowledged = z.object({ of: subject, amount: amount.optional(), ...words });
const reversal = z.object({ of: subject, ...words });

interface EntryForm {
  schema: z.ZodType<EntryInput>;
  fields: readonly Field[];
}

/** Forms of the ledger: each writes one entry of this node. */
export function ledgerForms(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const own = kernel.identity.origin;
  const form = (verb: string, open: (c: Context<AppEnv>, item: ProjectItem) => EntryForm) =>
    app.route(
      '/',
      shortForm(kernel, {
        paths: pathsOf(SUBJECTS.project, `/${verb}`),
        permission: 'projects.ledger',
        thing: 'entry',
        async open(c) {
          const { page, actor } = c.var;
          const item = await projectIn(c, kernel);
          const { project } = item;
          if (!activeMembers(item.members).includes(own)) throw new NotMember();
          const { schema, fields } = open(c, item);
          return {
            ...answering(schema, ({ id, body }) =>
              writeEntry(kernel, actor, { id, project: project.sub, body }),
            ),
            words: formWords(page, verb, {
              crumbs: [
                ...projectCrumbs(page, item),
                { label: page.t('projects.ledger.title'), href: `${project.path}/ledger` },
              ],
              action: `${project.path}/${verb}`,
              title: pickText(project.body.title, page.locale).text,
              fields,
            }),
          };
        },
      }),
    );

  const typed = (type: 'pledge' | 'contribution' | 'spending') =>
    z.preprocess((body) => ({ ...(body as object), type }), entryInput);

  form('pledge', (c, item) => ({
    schema: typed('pledge'),
    fields: [...amountFields(c.var.page, item), ...wordFields(c.var.page)],
  }));

  form('contribute', (c, item) => {
    const { page } = c.var;
    const choices = entryChoices(page, item, openPledges(item, own));
    const of: Field[] =
      choices.length === 0
        ? []
        : [
            labelled(
              page,
              'of',
              { as: 'select', choices, empty: page.t('projects.label.no-pledge') } as const,
              { optional: true },
            ),
          ];
    return {
      schema: typed('contribution'),
      fields: [...of, ...amountFields(page, item), ...wordFields(page)],
    };
  });

  form('spend', (c, item) => {
    const { page } = c.var;
    requireLead(item, own);
    const choices = item.project.body.workPackages.map(({ key, title }) => ({
      value: key,
      label: pickText(title, page.locale).text,
    }));
    const general = page.t('projects.ledger.general');
    return {
      schema: typed('spending'),
      fields: [
        ...amountFields(page, item),
        labelled(page, 'workPackage', { as: 'select', choices, empty: general } as const, { optional: true }),
        ...wordFields(page),
      ],
    };
  });

  form('acknowledge', (c, item) => {
    const { page } = c.var;
    requireLead(item, own);
    const open = toAcknowledge(item);
    if (open.length === 0) throw new NotFound('contribution');
    return {
      schema: acknowledged.transform((body): EntryInput => {
        const of = open.find(({ sub }) => sub === body.of);
        const unit = of?.body.unit ?? '';
        const rest = of === undefined ? '' : writeAmount(left(of));
        return { type: 'acknowledgement', unit, ...body, amount: body.amount ?? rest };
      }),
      fields: [
        labelled(page, 'contribution', { as: 'radio', choices: entryChoices(page, item, open) } as const),
        {
          ...labelled(page, 'amount', { as: 'line', inputmode: 'decimal', width: 'short' } as const, {
            optional: true,
          }),
          help: page.t('projects.help.amount-rest'),
        },
        ...wordFields(page),
      ].map((field): Field => (field.name === 'contribution' ? { ...field, name: 'of' } : field)),
    };
  });

  form('reverse', (c, item) => {
    const { page } = c.var;
    const entries = reversible(item, own);
    if (entries.length === 0) throw new NotFound('entry');
    return {
      schema: reversal.transform((body): EntryInput => ({ type: 'reversal', ...body })),
      fields: [
        {
          ...labelled(page, 'reversed', {
            as: 'radio',
            choices: entryChoices(page, item, entries, true),
          } as const),
          name: 'of',
        },
        ...wordFields(page),
      ],
    };
  });
  return app;
}

function requireLead({ project }: ProjectItem, own: string): void {
  if (project.node !== own) throw new NotProjectLead();
}

import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { membersAt } from '../life/members.ts';
import { nameOf, word } from '../pages/words.ts';
import type { Life } from '../read/life.ts';
import { ADOPTION_RULES, CONTRIBUTION_TYPES, MEETING_LEVELS, ROTATION_ORDERS } from '../vocabulary.ts';
import type { Field } from './fields.ts';

const principles: Field = {
  ...{ kind: 'choice', name: 'principles', as: 'checkbox' },
  choices: (page: PageContext, { inForce }: Life) =>
    (inForce?.row.body.principles ?? []).map(({ key, title }) => ({
      value: key,
      label: pickText(title, page.locale).text,
    })),
} as const;

const groups: Field = {
  ...{ kind: 'choice', name: 'group', as: 'select' },
  choices: (page: PageContext, { groups: all }: Life) =>
    all.map(({ row }) => ({ value: row.sub, label: pickText(row.body.title, page.locale).text })),
} as const;

const words =
  (of: 'rule' | 'order' | 'level' | 'type', codes: readonly string[]) =>
  (page: PageContext): { value: string; label: string }[] =>
    codes.map((code) => ({ value: code, label: word(page, of, code) }));

/** What is known of a meeting before it. */
const announcement = [
  { kind: 'choice', name: 'level', as: 'radio', required: true, choices: words('level', MEETING_LEVELS) },
  { kind: 'text', name: 'title', required: true },
  { kind: 'line', name: 'start', type: 'datetime-local', required: true },
  { kind: 'line', name: 'end', type: 'datetime-local', required: true },
  { kind: 'line', name: 'zone', required: true, help: true },
  { kind: 'text', name: 'place' },
  { kind: 'line', name: 'online', type: 'url' },
  { kind: 'text', name: 'host.name', help: true },
  groups,
  {
    kind: 'rows',
    name: 'agenda',
    begin: 6,
    parts: [
      { kind: 'text', name: 'title', required: true },
      { kind: 'area', name: 'text' },
    ],
  },
] as const satisfies readonly Field[];

/** The fields of each form, in their order. */
export const FORMS = {
  declaration: [
    { kind: 'text', name: 'title', required: true },
    { kind: 'area', name: 'text', required: true, help: true },
    principles,
  ],
  charter: [
    { kind: 'text', name: 'title', required: true },
    { kind: 'area', name: 'text' },
    {
      kind: 'rows',
      name: 'principles',
      begin: 10,
      parts: [
        { kind: 'line', name: 'key', required: true, help: true },
        { kind: 'text', name: 'title', required: true },
        { kind: 'area', name: 'text' },
      ],
    },
    {
      kind: 'choice',
      name: 'adoption',
      as: 'radio',
      required: true,
      help: true,
      choices: words('rule', ADOPTION_RULES),
    },
    {
      kind: 'choice',
      name: 'rotation.order',
      as: 'radio',
      required: true,
      choices: words('order', ROTATION_ORDERS),
    },
    { kind: 'nodes', name: 'rotation.nodes', help: true },
    { kind: 'line', name: 'rotation.months', type: 'number', required: true },
  ],
  signature: [{ kind: 'area', name: 'remark', help: true }],
  handOver: [
    { kind: 'line', name: 'start', type: 'date', required: true },
    { kind: 'line', name: 'end', type: 'date', required: true },
    { kind: 'area', name: 'note' },
  ],
  chairAnswer: [
    {
      kind: 'choice',
      name: 'answer',
      as: 'radio',
      required: true,
      choices: (page) =>
        ['accepted', 'declined'].map((value) => ({ value, label: page.t(`alliances.answer.${value}`) })),
    },
    { kind: 'area', name: 'note' },
  ],
  group: [
    { kind: 'text', name: 'title', required: true },
    { kind: 'area', name: 'mandate', required: true, help: true },
    {
      kind: 'choice',
      name: 'leads',
      as: 'checkbox',
      required: true,
      help: true,
      choices: (page, { periods }) =>
        membersAt(periods, page.now).map((node) => ({ value: node, label: nameOf(page, node) })),
    },
    { kind: 'line', name: 'start', help: true },
    { kind: 'line', name: 'end' },
    principles,
  ],
  groupMembership: [{ kind: 'area', name: 'part', help: true }],
  announcement,
  meeting: [
    ...announcement,
    {
      kind: 'rows',
      name: 'outputs',
      begin: 3,
      parts: [
        { kind: 'text', name: 'title', required: true },
        { kind: 'line', name: 'url', type: 'url' },
        { kind: 'line', name: 'sha256', wide: true },
        {
          kind: 'choice',
          name: 'declaration',
          as: 'select',
          choices: (page, { declarations }) =>
            declarations.map(({ row }) => ({
              value: row.sub,
              label: pickText(row.body.title, page.locale).text,
            })),
        },
      ],
    },
    { kind: 'area', name: 'minutes.text' },
    { kind: 'line', name: 'minutes.url', type: 'url' },
    { kind: 'line', name: 'minutes.sha256', wide: true, help: true },
  ],
  contribution: [
    { kind: 'choice', name: 'type', as: 'radio', required: true, choices: words('type', CONTRIBUTION_TYPES) },
    { kind: 'text', name: 'title', required: true },
    { kind: 'area', name: 'text' },
    { kind: 'line', name: 'date', required: true, help: true },
    { kind: 'line', name: 'hours', type: 'number' },
    { kind: 'line', name: 'about', type: 'url', help: true },
    { kind: 'line', name: 'url', type: 'url' },
    groups,
    principles,
  ],
  withdrawal: [{ kind: 'line', name: 'reason', required: true, help: true }],
} as const satisfies Record<string, readonly Field[]>;

import { z } from 'zod';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { allValues, formLanguages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { FieldErrors, TaskState } from '../../../ui/index.ts';
import { type Project, projectInput } from '../project.ts';
import type { Field } from './fields.ts';
import { readFields, writeFields } from './read.ts';
import { sortingFields, zoneField } from './seeking-fields.ts';
import { labelled } from './words.ts';

/** The parts of writing a project, each short enough for one page. */
export const TASKS = [
  'languages',
  'title',
  'charter',
  'partners',
  'packages',
  'milestones',
  'sorting',
  'note',
] as const;
export type TaskName = (typeof TASKS)[number];
const OPTIONAL: ReadonlySet<TaskName> = new Set(['packages', 'milestones', 'note']);

/** In their order; what changed is said of a revision only. */
export function tasksOf(revising: boolean): TaskName[] {
  return TASKS.filter((task) => revising || task !== 'note');
}

export function isOptional(task: TaskName): boolean {
  return OPTIONAL.has(task);
}

const MOST_ROWS = 30;

/** Rows that hold something and two more. */
function rows(typed: TypedValues, name: string): number[] {
  const pattern = new RegExp(`^${name}\\.(\\d{1,2})\\.`);
  const used = Object.entries(typed).flatMap(([field, [text = '']]) => {
    const place = pattern.exec(field)?.[1];
    return place === undefined || text.trim() === '' ? [] : [Number(place) + 1];
  });
  return Array.from({ length: Math.min(MOST_ROWS, Math.max(0, ...used) + 2) }, (_, row) => row);
}

/** What a row is called by records; a new one is called by its place. */
function keyOf(typed: TypedValues, name: string, row: number): string {
  return value(typed, `${name}.${row}.key`) || `${name === 'milestones' ? 'm' : 'wp'}${row + 1}`;
}

/** The fields of one task, in its order. */
export function fieldsOf(page: PageContext, task: TaskName, typed: TypedValues): Field[] {
  const [source] = formLanguages(typed, page.locale);
  const numbered = (name: string, row: number) => page.t(`projects.label.${name}`, { number: row + 1 });
  switch (task) {
    case 'languages':
      return [];
    case 'title':
      return [
        labelled(page, 'title', { as: 'text' } as const),
        labelled(page, 'summary', { as: 'text', lines: 3 } as const, { help: true }),
      ];
    case 'charter':
      return [labelled(page, 'charter', { as: 'text', lines: 14 } as const, { help: true })];
    case 'partners':
      return [
        labelled(page, 'partners', { as: 'checkbox', choices: partnerChoices(page, typed) } as const, {
          help: true,
        }),
      ];
    case 'packages':
      return rows(typed, 'workPackages').flatMap((row): Field[] => [
        { as: 'text', name: `workPackages.${row}.title`, label: numbered('package', row), optional: true },
        {
          ...labelled(page, 'lead', {
            as: 'select',
            choices: leads(page, typed),
            empty: page.t('projects.label.choose'),
          } as const),
          name: `workPackages.${row}.lead`,
        },
      ]);
    case 'milestones':
      return [
        ...rows(typed, 'milestones').flatMap((row): Field[] => [
          {
            as: 'text',
            name: `milestones.${row}.title`,
            label: numbered('milestone-title', row),
            optional: true,
          },
          {
            ...labelled(page, 'deadline', { as: 'line', width: 'short' } as const, { help: true }),
            name: `milestones.${row}.deadline`,
          },
          {
            ...labelled(page, 'workPackage', {
              as: 'select',
              choices: packageChoices(typed, source),
              empty: page.t('projects.ledger.general'),
            } as const),
            name: `milestones.${row}.workPackage`,
            optional: true,
          },
        ]),
        zoneField(page),
      ];
    case 'sorting':
      return [
        ...sortingFields(page),
        labelled(page, 'start', { as: 'line', width: 'short' } as const, { help: true, optional: true }),
        labelled(page, 'end', { as: 'line', width: 'short' } as const, { optional: true }),
      ];
    case 'note':
      return [labelled(page, 'note', { as: 'text', lines: 2 } as const, { help: true, optional: true })];
  }
}

function partnerChoices(page: PageContext, typed: TypedValues) {
  const known = page.thread.partners.map(({ node, name }) => ({ value: node, label: name }));
  const others = allValues(typed, 'partners').filter((node) => !known.some((one) => one.value === node));
  return [...known, ...others.map((node) => ({ value: node, label: nameOf(page, node) }))];
}

/** Us and whom we invite. */
function leads(page: PageContext, typed: TypedValues) {
  return [page.self.node, ...allValues(typed, 'partners')].map((node) => ({
    value: node,
    label: nameOf(page, node),
  }));
}

function packageChoices(typed: TypedValues, source: string) {
  return rows(typed, 'workPackages').flatMap((row) => {
    const title = value(typed, `workPackages.${row}.title.${source}`);
    return title === '' ? [] : [{ value: keyOf(typed, 'workPackages', row), label: title }];
  });
}

function nameOf(page: PageContext, node: string): string {
  const face = [page.self, ...page.thread.partners].find((one) => one.node === node);
  return face?.name ?? URL.parse(node)?.host ?? node;
}

export type ProjectAnswer = ReturnType<typeof readProject>;

/** What a draft would publish, or what is wrong with it; `kept` are fields that the form does not show. */
export function readProject(
  page: PageContext,
  has: (key: string) => boolean,
  typed: TypedValues,
  kept: Partial<Project> = {},
) {
  const fields = TASKS.flatMap((task) => fieldsOf(page, task, typed));
  const langs = formLanguages(typed, page.locale);
  return readFields(typed, langs, fields, schemaFor(page, typed), { t: page.t, has }, kept);
}

type Row = Record<string, unknown>;

/** Rows come by their place, partners by their address. */
function schemaFor(page: PageContext, typed: TypedValues) {
  const listed = (name: string, held: unknown) =>
    Object.entries((held ?? {}) as Record<string, Row>).map(([place, row]) => ({
      key: keyOf(typed, name, Number(place)),
      ...row,
    }));
  return z.preprocess((candidate) => {
    const { workPackages, milestones, partners, ...rest } = candidate as Row;
    return {
      ...rest,
      partners: ((partners ?? []) as string[]).map((node) => ({ node, name: nameOf(page, node) })),
      workPackages: listed('workPackages', workPackages),
      milestones: listed('milestones', milestones),
    };
  }, projectInput);
}

/** The values that show a project in the form, with every task done. */
export function writeProject(page: PageContext, body: Project): TypedValues {
  const keys = (['workPackages', 'milestones'] as const).flatMap((name) =>
    body[name].map(({ key }, row): [string, string[]] => [`${name}.${row}.key`, [key]]),
  );
  const partners = body.partners.map(({ node }) => node);
  const shown = { ...body, partners };
  // How many rows there are is read from what is typed: each row has its key there.
  const begun = { ...Object.fromEntries(keys), partners };
  const fields = TASKS.filter((task) => task !== 'note').flatMap((task) => fieldsOf(page, task, begun));
  const marks = tasksOf(false).map((task): [string, string[]] => [`saved.${task}`, ['done']]);
  return { ...Object.fromEntries([...keys, ...marks]), ...writeFields(shown, fields) };
}

/** Fields of a body that the form does not show; a revision keeps them. */
export function unshown(body: Project): Partial<Project> {
  const { links } = body;
  return links === undefined ? {} : { links };
}

/** Whether the person has finished a task (`done`) or will come back to it (`later`). */
export type Saved = 'done' | 'later';

/** The draft after one task was saved: what its page showed is as it was sent, all else stays. */
export function withTask(
  page: PageContext,
  typed: TypedValues,
  task: TaskName,
  posted: TypedValues,
  saved: Saved,
): TypedValues {
  const shown = shownNames(page, task, typed);
  const kept = Object.entries(typed).filter(([name]) => !shown.has(name));
  const sent = Object.entries(posted).filter(([name]) => shown.has(name));
  return Object.fromEntries([...kept, ...sent, [`saved.${task}`, [saved]]]);
}

function shownNames(page: PageContext, task: TaskName, typed: TypedValues): Set<string> {
  if (task === 'languages') return new Set(['source', 'lang']);
  const langs = formLanguages(typed, page.locale);
  return new Set(
    fieldsOf(page, task, typed).flatMap(({ name, as }) =>
      as === 'text' ? langs.map((lang) => `${name}.${lang}`) : [name],
    ),
  );
}

/** Faults of one task among those of the whole form. */
export function faultsOf(
  page: PageContext,
  task: TaskName,
  typed: TypedValues,
  errors: FieldErrors,
): FieldErrors {
  const shown = shownNames(page, task, typed);
  return Object.fromEntries(Object.entries(errors).filter(([name]) => shown.has(name)));
}

export function stateOf(
  page: PageContext,
  task: TaskName,
  typed: TypedValues,
  errors: FieldErrors,
): TaskState {
  const saved = value(typed, `saved.${task}`);
  if (saved === '') return 'not-started';
  if (saved === 'later') return 'in-progress';
  return Object.keys(faultsOf(page, task, typed, errors)).length > 0 ? 'problem' : 'done';
}

import { LOCALES } from '../../../kernel/i18n/locale.ts';
import { TOPICS, topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Field } from './fields.ts';
import { labelled } from './words.ts';

/** Topics and languages: what lists are narrowed by, and what offers and requests are matched by. */
export function sortingFields(page: PageContext): Field[] {
  const languages = LOCALES.map((value) => ({ value, label: page.format.language(value) }));
  const topics = TOPICS.map((value) => ({ value, label: topicWord(page.t, value) }));
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, page.locale);
  return [
    labelled(page, 'topics', { as: 'checkbox', choices: topics.sort(byLabel) } as const),
    labelled(page, 'languages', { as: 'checkbox', choices: languages.sort(byLabel) } as const, {
      help: true,
    }),
  ];
}

/** The zone of the node is offered; others are typed by their name. */
export function zoneField(page: PageContext): Field {
  return labelled(page, 'zone', { as: 'line', width: 'short' } as const, { help: true });
}

export function callFields(page: PageContext): Field[] {
  return [
    labelled(page, 'title', { as: 'text' } as const),
    { ...labelled(page, 'text', { as: 'text', lines: 6 } as const), label: page.t('projects.label.wanted') },
    ...sortingFields(page),
    labelled(page, 'deadline', { as: 'line', width: 'short' } as const, { help: true }),
    zoneField(page),
  ];
}

export function expertFields(page: PageContext): Field[] {
  return [
    labelled(page, 'title', { as: 'text' } as const),
    {
      ...labelled(page, 'text', { as: 'text', lines: 5 } as const),
      label: page.t('projects.label.knowledge'),
    },
    labelled(page, 'organisation.name', { as: 'text' } as const, { help: true }),
    labelled(page, 'organisation.url', { as: 'line', type: 'url' } as const, { help: true, optional: true }),
    ...sortingFields(page),
    labelled(page, 'until', { as: 'line', width: 'short' } as const, { help: true, optional: true }),
    zoneField(page),
  ];
}

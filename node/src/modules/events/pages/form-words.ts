import type { FormTask } from '../../../kernel/forms/index.ts';
import { LOCALES } from '../../../kernel/i18n/locale.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Choice } from '../../../ui/index.ts';
import { MODES, STATUSES, TYPES } from '../vocabulary.ts';

/** The namespace of the form's words. */
export const WORDS = 'events';

/** Tasks that every long form has. */
const COMMON = new Set(['languages', 'note']);

export function taskTitle(page: PageContext, { name, row, optional }: FormTask): string {
  if (COMMON.has(name)) return page.t(`ui.draft.${name}`);
  if (row === undefined) return page.t(`events.task.${name}`);
  return optional ? page.t('events.task.session-new') : page.t('events.row.session', { number: row + 1 });
}

export function taskHint(page: PageContext, { name, row }: FormTask): string | undefined {
  if (COMMON.has(name)) return page.t(`ui.draft.${name}-hint`);
  return row === undefined ? page.t(`events.task-hint.${name}`) : undefined;
}

/** Choices that the declaration does not know: zones, and languages by their names. */
export function choicesFor(page: PageContext): Readonly<Record<string, readonly Choice[]>> {
  return {
    zone: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
    languages: LOCALES.map((value) => ({ value, label: page.format.language(value) })),
  };
}

/** How the fields of an event are called where changes are shown, and what stands in them. */
export function comparedWords(page: PageContext) {
  const codes: Readonly<Record<string, readonly string[]>> = { type: TYPES, mode: MODES, status: STATUSES };
  return {
    label: (field: string) => page.t(`events.compared.${field}`),
    word(field: string, text: string) {
      if (field === 'topics') return topicWord(page.t, text);
      if (field === 'languages') return page.format.language(text);
      return codes[field]?.includes(text) ? page.t(`events.${field}.${text}`) : text;
    },
  };
}

import type { FormTask } from '../../../kernel/forms/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Written } from '../form/forms.ts';
import { AREAS, PROGRAMMES, STATUSES, VALUES } from '../vocabulary.ts';

export const WORDS = 'commitments';

/** Tasks that every long form has. */
const COMMON = new Set(['languages', 'note']);

export function taskTitle(page: PageContext, { name, row, optional }: FormTask): string {
  if (COMMON.has(name)) return page.t(`ui.draft.${name}`);
  if (row === undefined) return page.t(`commitments.task.${name}`);
  return optional
    ? page.t('commitments.task.milestone-new')
    : page.t('commitments.row.milestone', { number: row + 1 });
}

export function taskHint(page: PageContext, { name }: FormTask): string | undefined {
  return COMMON.has(name) ? page.t(`ui.draft.${name}-hint`) : undefined;
}

/** How the fields of a body are called where changes are shown. */
export function comparedWords(page: PageContext, thing: Written) {
  return {
    label: (field: string) =>
      page.t(`commitments.${LABELS[`${thing}.${field}`] ?? LABELS[field] ?? `field.${field}`}`),
    word: (field: string, text: string) => {
      const [list, known] = CODES[field] ?? ['', []];
      return known.includes(text) ? page.t(`commitments.${list}.${text}`) : text;
    },
  };
}

/** Fields that hold rows are called as their rows; two are called otherwise in one body than in another. */
const LABELS: Readonly<Record<string, string>> = {
  'plan.number': 'field.plan-number',
  cocreationEvidence: 'rows.cocreation-evidence',
  links: 'rows.links',
  leads: 'rows.lead',
  supporting: 'rows.supporting',
  'commitment.milestones': 'rows.milestone',
  indicators: 'rows.indicator',
  'lead.milestones': 'field.lead-milestones',
  milestones: 'rows.step',
  evidence: 'rows.evidence',
};

const CODES: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  programme: ['programme', PROGRAMMES],
  status: ['status', STATUSES],
  values: ['value', VALUES],
  areas: ['area', AREAS],
  sdgs: ['sdg', Array.from({ length: 17 }, (_, i) => String(i + 1))],
};

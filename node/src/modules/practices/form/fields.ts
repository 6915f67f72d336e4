import { SECTIONS } from '../practice.ts';

/** Texts of one language, in the order of the form. */
export const TEXTS = ['title', 'summary', ...SECTIONS] as const;

/** Rows that repeat: how many are offered at least, and their parts with and without a language. */
export const ROWS = {
  facts: { least: 4, texts: ['label', 'value'], plain: [] },
  evidence: { least: 2, texts: ['label'], plain: ['url'] },
  links: { least: 2, texts: ['label'], plain: ['url'] },
  contacts: { least: 2, texts: ['name'], plain: ['url'] },
} as const;
export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];

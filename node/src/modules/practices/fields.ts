import { SECTIONS } from './practice.ts';

/** Fields of a body that people read, in their order: what a list of changes goes through. */
export const PRACTICE_FIELDS = [
  'title',
  'summary',
  'facts',
  ...SECTIONS,
  'evidence',
  'links',
  'level',
  'stage',
  'topics',
  'started',
  'principles',
  'contacts',
  'languages',
] as const;

export const ADOPTION_FIELDS = ['status', 'since', 'gist', 'adapted', 'outcome', 'scope'] as const;

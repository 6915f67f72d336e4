import { diffArrays, diffWords } from 'diff';
import { languagesOf } from '../i18n/lang-text.ts';
import type { LangText } from '../i18n/locale.ts';

/** A stretch of text that stayed, came or went. */
export interface Part {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** What happened to one field (in one language, where it has languages) between two versions. */
export interface Change {
  field: string;
  lang: string | null;
  parts: Part[];
}

type Body = Readonly<Record<string, unknown>>;

// Past this many edits the texts have little in common, and finding the smallest difference would take seconds.
const MAX_EDITS = 1500;

/** The changes from `before` to `after` in the given fields, in their order; unchanged fields are left out. */
export function changesBetween(before: Body, after: Body, fields: readonly string[]): Change[] {
  return fields.flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (isLangText(old) || isLangText(now)) return textChanges(field, asLangText(old), asLangText(now));
    const parts = diffItems(itemsOf(old), itemsOf(now));
    return parts.some((part) => part.kind !== 'same') ? [{ field, lang: null, parts }] : [];
  });
}

function textChanges(field: string, old: LangText | null, now: LangText | null): Change[] {
  const langs = new Set([...(now ? languagesOf(now) : []), ...(old ? languagesOf(old) : [])]);
  return [...langs].flatMap((lang) => {
    const [was, is] = [old?.[lang] ?? '', now?.[lang] ?? ''];
    return was === is ? [] : [{ field, lang, parts: diffText(was, is, lang) }];
  });
}

/** Word by word, in the words of the language (Korean and Japanese have no spaces to go by). */
export function diffText(before: string, after: string, lang: string): Part[] {
  const intlSegmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const changes = diffWords(before, after, { intlSegmenter, maxEditLength: MAX_EDITS });
  return changes === undefined
    ? replaced(before, after)
    : changes.map(({ added, removed, value }) => part(value, added, removed));
}

function diffItems(before: string[], after: string[]): Part[] {
  return diffArrays(before, after).flatMap(({ added, removed, value }) =>
    value.map((item) => part(item, added, removed)),
  );
}

function part(text: string, added: boolean, removed: boolean): Part {
  return { kind: added ? 'added' : removed ? 'removed' : 'same', text };
}

function replaced(before: string, after: string): Part[] {
  const parts = [part(before, false, true), part(after, true, false)];
  return parts.filter(({ text }) => text !== '');
}

/** Lists and single values as readable items, one per element. */
function itemsOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(readable);
}

function readable(value: unknown): string {
  if (isLangText(value)) return [...new Set(languagesOf(value).map((lang) => value[lang]))].join(' / ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value).map(readable).join(' · ');
}

function isLangText(value: unknown): value is LangText {
  return (
    typeof value === 'object' && value !== null && typeof (value as { source?: unknown }).source === 'string'
  );
}

function asLangText(value: unknown): LangText | null {
  return isLangText(value) ? value : null;
}

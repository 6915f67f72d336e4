import type { TypedValues } from '../../../kernel/web/form.ts';

/** What was typed into one field. */
export function value(typed: TypedValues, name: string): string {
  return allValues(typed, name)[0] ?? '';
}

export function allValues(typed: TypedValues, name: string): readonly string[] {
  return Object.hasOwn(typed, name) ? (typed[name] ?? []) : [];
}

/** Typed text as it goes into a record: one kind of line end, no blanks around it. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

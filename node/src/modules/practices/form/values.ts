/** What a form sent: every value as it was typed, so that it can be shown again. */
export type FormValues = ReadonlyMap<string, readonly string[]>;

export function value(values: FormValues, name: string): string {
  return values.get(name)?.[0] ?? '';
}

export function allValues(values: FormValues, name: string): readonly string[] {
  return values.get(name) ?? [];
}

/** Typed text as it goes into a record: one kind of line end, no blanks around it. */
export function cleaned(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

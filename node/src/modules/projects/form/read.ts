import type { z } from 'zod';
import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import type { LangText, Translate } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { issueSentence } from '../../../kernel/web/issue-sentence.ts';
import {
  allValues,
  cleaned,
  type Languages,
  readLangText,
  value,
  writeLangText,
} from '../../../kernel/web/lang-form.ts';
import type { FieldErrors } from '../../../ui/index.ts';
import type { Field } from './fields.ts';

export type Answer<Body> = { ok: true; body: Body } | { ok: false; errors: FieldErrors };

interface Words {
  t: Translate;
  /** Whether a message is known. */
  has(key: string): boolean;
}

/** Reads what was typed into the fields against the schema of the body; `kept` is what the form does not show. */
export function readFields<Body>(
  typed: TypedValues,
  langs: Languages,
  fields: readonly Field[],
  schema: z.ZodType<Body>,
  { t, has }: Words,
  kept: Readonly<Record<string, unknown>> = {},
): Answer<Body> {
  const candidate: Record<string, unknown> = { ...kept };
  for (const field of fields) put(candidate, field.name, readField(typed, langs, field));
  const parsed = schema.safeParse(candidate, { reportInput: true });
  if (parsed.success) return { ok: true, body: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const name = controlOf(issue.path.map(String), fields, langs[0]);
    const own = `projects.problem.${name.split('.').at(0)}`;
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    errors[name] ??= !missing && has(own) ? t(own) : issueSentence(t, has, issue);
  }
  return { ok: false, errors };
}

/** The values that show a body in the form. */
export function writeFields(body: object, fields: readonly Field[]): Record<string, readonly string[]> {
  const source = fields
    .filter(({ as }) => as === 'text')
    .map(({ name }) => at(body, name) as LangText | undefined)
    .find((text) => text !== undefined);
  const [original, ...others] = source === undefined ? [] : languagesOf(source);
  const typed = fields.flatMap(({ name, as }): Array<[string, readonly string[]]> => {
    const held = at(body, name);
    if (held === undefined) return [];
    if (as === 'text') return writeLangText(name, held as LangText);
    return [[name, Array.isArray(held) ? held.map(String) : [String(held)]]];
  });
  return Object.fromEntries<readonly string[]>([
    ...(original === undefined ? [] : [['source', [original]] as const, ['lang', others] as const]),
    ...typed,
  ]);
}

function readField(typed: TypedValues, langs: Languages, { name, as }: Field): unknown {
  if (as === 'text') return readLangText(typed, name, langs);
  if (as === 'checkbox') return [...allValues(typed, name)];
  return cleaned(value(typed, name)) || undefined;
}

/** The control that a fault belongs to: a text that is missing is asked for in the original. */
function controlOf(path: readonly string[], fields: readonly Field[], source: string): string {
  const whole = path.join('.');
  const field =
    fields.find(({ name }) => whole === name || whole.startsWith(`${name}.`)) ??
    fields.find(({ name }) => name.startsWith(`${whole}.`));
  if (field === undefined) return fields[0]?.name ?? whole;
  if (field.as !== 'text') return field.name;
  const lang = whole.startsWith(`${field.name}.`) ? whole.slice(field.name.length + 1) : '';
  return `${field.name}.${lang === '' || lang === 'source' ? source : lang}`;
}

function put(root: Record<string, unknown>, name: string, held: unknown): void {
  if (held === undefined) return;
  const steps = name.split('.');
  const last = steps.pop() ?? name;
  let below = root;
  for (const step of steps) {
    const next = { ...(below[step] as Record<string, unknown> | undefined) };
    below[step] = next;
    below = next;
  }
  below[last] = held;
}

function at(body: object, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((below, step) => (below as Record<string, unknown> | undefined)?.[step], body);
}

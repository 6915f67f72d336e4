import type { z } from 'zod';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { issueSentence } from '../../../kernel/web/issue-sentence.ts';
import {
  allValues,
  cleaned,
  formLanguages,
  type Languages,
  readLangText,
  value,
  writeLangText,
} from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { FieldErrors } from '../../../ui/index.ts';
import { type Field, MOST_ROWS, type Part } from './fields.ts';

export type Answer<Body> = { ok: true; body: Body } | { ok: false; errors: FieldErrors };

type Nested = { [name: string]: unknown };

interface Asked {
  page: PageContext;
  /** Whether a key has a message. */
  known(key: string): boolean;
}

/** Reads a form into a body; what is wrong is said field by field, in words that say which field. */
export function readAnswer<Body>(
  fields: readonly Field[],
  schema: z.ZodType<Body>,
  typed: TypedValues,
  { page, known }: Asked,
): Answer<Body> {
  const langs = formLanguages(typed, page.locale);
  const body: Nested = {};
  const places = new Map<string, number[]>();
  for (const field of fields) {
    if (field.kind === 'rows') {
      const rows = filledRows(field, typed, langs);
      places.set(
        field.name,
        rows.map(({ place }) => place),
      );
      if (rows.length > 0)
        put(
          body,
          field.name,
          rows.map(({ row }) => row),
        );
    } else {
      const answer =
        field.kind === 'nodes' ? nodesOf(typed, field.name) : answerOf(field, typed, field.name, langs);
      if (answer !== undefined) put(body, field.name, answer);
    }
  }
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return { ok: true, body: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const { control, label } = placeOf(fields, issue.path, places, langs[0]);
    errors[control] ??= page.t('ui.form.problem-at', {
      field: page.t(`alliances.field.${label}`),
      problem: issueSentence(page.t, known, issue),
    });
  }
  return { ok: false, errors };
}

/** The values that show a body in its form again. */
export function writeBody(fields: readonly Field[], body: object, source: string): TypedValues {
  const typed: Record<string, readonly string[]> = {};
  const langs = new Set<string>();
  const write = (field: Part, name: string, given: unknown) => {
    if (given === undefined) return;
    if (field.kind === 'text' || field.kind === 'area') {
      for (const [key, values] of writeLangText(name, given as LangText)) {
        typed[key] = values;
        langs.add(key.slice(name.length + 1));
      }
    } else typed[name] = Array.isArray(given) ? given.map(plain) : [plain(given)];
  };
  for (const field of fields) {
    const given = at(body as Nested, field.name.split('.'));
    if (field.kind === 'rows') {
      for (const [i, row] of ((given as Nested[]) ?? []).entries()) {
        for (const part of field.parts)
          write(part, `${field.name}.${i}.${part.name}`, at(row, part.name.split('.')));
      }
    } else if (field.kind === 'nodes') {
      typed[field.name] = [((given as { node: string }[]) ?? []).map(({ node }) => node).join('\n')];
    } else write(field, field.name, given);
  }
  langs.delete(source);
  return { ...typed, source: [source], lang: [...langs] };
}

/** A choice among nodes or subjects keeps their addresses; the rest of what a body says of them is looked up again. */
function plain(given: unknown): string {
  const { sub, node } = (typeof given === 'object' && given !== null ? given : {}) as {
    sub?: string;
    node?: string;
  };
  return sub ?? node ?? String(given);
}

function answerOf(field: Part, typed: TypedValues, name: string, langs: Languages): unknown {
  if (field.kind === 'text' || field.kind === 'area') return readLangText(typed, name, langs);
  if (field.kind === 'choice' && field.as === 'checkbox') {
    const chosen = allValues(typed, name).filter((one) => one !== '');
    return chosen.length === 0 ? undefined : chosen;
  }
  return cleaned(value(typed, name)) || undefined;
}

function nodesOf(typed: TypedValues, name: string): unknown {
  const lines = value(typed, name)
    .split('\n')
    .map(cleaned)
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  return lines.map((node) => ({
    node: URL.parse(node)?.origin ?? node,
    name: URL.parse(node)?.host || node,
  }));
}

function filledRows(
  { name, parts }: Extract<Field, { kind: 'rows' }>,
  typed: TypedValues,
  langs: Languages,
): { place: number; row: Nested }[] {
  return Array.from({ length: MOST_ROWS }, (_, place) => {
    const row: Nested = {};
    for (const part of parts) {
      const answer = answerOf(part, typed, `${name}.${place}.${part.name}`, langs);
      if (answer !== undefined) put(row, part.name, answer);
    }
    return { place, row };
  }).filter(({ row }) => Object.keys(row).length > 0);
}

/** Which control an issue speaks of, and the key of its label. */
function placeOf(
  fields: readonly Field[],
  path: readonly PropertyKey[],
  places: ReadonlyMap<string, readonly number[]>,
  source: string,
): { control: string; label: string } {
  const dotted = path.map(String).join('.');
  const field =
    fields.find(({ name }) => dotted === name || dotted.startsWith(`${name}.`)) ??
    fields.find(({ name }) => name.startsWith(`${dotted}.`));
  if (field === undefined) return { control: fields[0]?.name ?? '', label: fields[0]?.name ?? '' };
  if (field.kind !== 'rows')
    return { control: controlOf(field, field.name, path, source), label: field.name };
  const [, row, ...rest] = path;
  const place = places.get(field.name)?.[Number(row)] ?? 0;
  const part = field.parts.find(({ name }) => name === String(rest[0])) ?? field.parts[0];
  if (part === undefined) return { control: field.name, label: field.name };
  const name = `${field.name}.${place}.${part.name}`;
  return { control: controlOf(part, name, rest, source), label: `${field.name}.${part.name}` };
}

function controlOf(field: Field, name: string, path: readonly PropertyKey[], source: string): string {
  if (field.kind !== 'text' && field.kind !== 'area') return name;
  const last = String(path.at(-1));
  const named = path.length > 1 && last !== 'source' && !name.endsWith(`.${last}`) && last !== field.name;
  return `${name}.${named ? last : source}`;
}

/** Names that come from a form reach no prototype: the fields of a form are ours, and so are their names. */
function put(into: Nested, name: string, answer: unknown): void {
  const steps = name.split('.');
  const last = steps.pop() ?? name;
  let here = into;
  for (const step of steps) {
    here[step] ??= {};
    here = here[step] as Nested;
  }
  here[last] = answer;
}

function at(from: Nested, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((here, step) => (here as Nested | undefined)?.[step], from);
}

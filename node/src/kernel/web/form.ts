import type { Context } from 'hono';
import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { CSRF_FIELD } from './csrf.ts';
import { issueSentence } from './issue-sentence.ts';

/** A form as it came: either its value, or what was typed with what to put right; the latter is rendered again (422). */
export type FormResult<Value> =
  | { ok: true; value: Value; typed: TypedValues }
  | { ok: false; errors: FieldErrors; typed: TypedValues };

/** Everything that was typed, by field name; a name may come several times. */
export type TypedValues = Readonly<Record<string, readonly string[]>>;

/** What is wrong, by field name (the first fault of each), in the order of the fields; says how to put it right. */
export type FieldErrors = Readonly<Record<string, string>>;

/**
 * Reads and checks a form. Names with dots make nested values (`title.en` → `{ title: { en } }`), several values of one
 * name make an array, an empty field counts as absent. Use `many(schema)` where one value must be an array too.
 */
export async function readForm<Value>(
  c: Context<AppEnv>,
  kernel: Pick<Kernel, 'i18n'>,
  schema: z.ZodType<Value>,
): Promise<FormResult<Value>> {
  const typed = await readTyped(c);
  const parsed = schema.safeParse(nest(typed), { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data, typed };
  const { t } = c.var.page;
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.filter((step) => typeof step === 'string').join('.');
    errors[field] ??= issueSentence(t, kernel.i18n.has, issue);
  }
  return { ok: false, errors, typed };
}

/** The text fields of a form post; files are left to `c.req.parseBody`. */
export async function readTyped(c: Context<AppEnv>): Promise<TypedValues> {
  const body = await c.req.parseBody({ all: true });
  const typed: Record<string, string[]> = Object.create(null);
  for (const [name, values] of Object.entries(body)) {
    if (name === CSRF_FIELD) continue;
    const texts = [values].flat().filter((value): value is string => typeof value === 'string');
    // Browsers send CR LF for each line break in a text area (HTML, "normalize newlines").
    if (texts.length > 0) typed[name] = texts.map((text) => text.replaceAll('\r\n', '\n'));
  }
  return typed;
}

/** An array field of a form: absent, one or several values. */
export function many<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
}

type Nested = { [name: string]: string | string[] | Nested };

function nest(typed: TypedValues): Nested {
  const root: Nested = Object.create(null);
  for (const [name, values] of Object.entries(typed)) {
    const kept = values.filter((value) => value.trim() !== '');
    if (kept.length === 0) continue;
    const steps = name.split('.');
    const last = steps.pop() ?? name;
    let at = root;
    for (const step of steps) {
      const below = at[step];
      const next: Nested =
        typeof below === 'object' && !Array.isArray(below) ? below : (Object.create(null) as Nested);
      at[step] = next;
      at = next;
    }
    at[last] = kept.length === 1 ? (kept[0] as string) : kept;
  }
  return root;
}

import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { CSRF_FIELD } from './csrf.ts';

/** What a person typed into the form that failed, to be shown again and sent again. */
export interface TypedForm {
  action: string;
  /** Empty ones too: that a field was emptied is something typed. */
  fields: ReadonlyArray<readonly [name: string, value: string]>;
  /** The values that a person typed or chose; the form carries the others along. */
  shown: readonly string[];
}

/** Never shown back: whoever looks at the screen could read them. */
const SECRET = /token|password|secret/i;

/** Which thing, which version of it, which button, where to afterwards: forms know it, nobody types it. */
const CARRIED = new Set(['id', 'prev', 'revised', 'step', 'to']);

/** Reads the typed fields of a form post, whatever went wrong before; null where there are none. */
export async function typedForm(c: Context<AppEnv>): Promise<TypedForm | null> {
  if (c.req.method !== 'POST' || !isForm(c)) return null;
  try {
    const body = await c.req.parseBody({ all: true });
    const fields = Object.entries(body)
      .filter(([name]) => name !== CSRF_FIELD && !SECRET.test(name))
      .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
      .filter((field): field is readonly [string, string] => typeof field[1] === 'string');
    const shown = fields
      .filter(([name, value]) => !CARRIED.has(name) && value !== '')
      .map(([, value]) => value);
    const url = new URL(c.req.url);
    return shown.length === 0 ? null : { action: url.pathname + url.search, fields, shown };
  } catch {
    // The body was too large or is not readable: there is nothing to show.
    return null;
  }
}

export function isForm(c: Context): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header('content-type') ?? '',
  );
}

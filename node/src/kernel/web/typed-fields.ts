import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';
import { CSRF_FIELD } from './csrf.ts';

/** What a person typed into the form that failed, to be shown again and sent again. */
export interface TypedForm {
  action: string;
  fields: ReadonlyArray<readonly [name: string, value: string]>;
}

/** Never shown back: whoever looks at the screen could read them. */
const SECRET = /token|password|secret/i;

/** Reads the typed fields of a form post, whatever went wrong before; null where there are none. */
export async function typedForm(c: Context<AppEnv>): Promise<TypedForm | null> {
  if (c.req.method !== 'POST' || !isForm(c)) return null;
  try {
    const body = await c.req.parseBody({ all: true });
    const fields = Object.entries(body)
      .filter(([name]) => name !== CSRF_FIELD && !SECRET.test(name))
      .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
      .filter((field): field is readonly [string, string] => typeof field[1] === 'string' && field[1] !== '');
    const url = new URL(c.req.url);
    return fields.length === 0 ? null : { action: url.pathname + url.search, fields };
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

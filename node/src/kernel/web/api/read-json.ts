import type { Context } from 'hono';
import { MalformedRequest, UnsupportedMediaType } from '../error.ts';

const JSON_TYPE = /^application\/([a-z0-9.+-]+\+)?json\s*(;|$)/i;

/** The JSON body of a request. PostgreSQL holds no NUL in text, so none is let in (escaped ones included). */
export async function readJson(c: Context): Promise<{ value: unknown; text: string }> {
  const text = await c.req.text();
  if (text === '') return { value: undefined, text };
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) throw new UnsupportedMediaType('application/json');
  let value: unknown;
  try {
    value = JSON.parse(text, (key, part: unknown) => {
      if (key.includes('\0') || (typeof part === 'string' && part.includes('\0')))
        throw new SyntaxError('NUL in text');
      return part;
    });
  } catch (error) {
    throw new MalformedRequest(`not JSON: ${(error as Error).message}`, { cause: error });
  }
  return { value, text };
}

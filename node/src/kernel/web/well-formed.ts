import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';
import { MalformedRequest } from './error.ts';
import { isForm } from './typed-fields.ts';

/** Refuses addresses that no text of ours can equal: broken escapes, NUL. PostgreSQL holds no NUL in text. */
export function requireWellFormed(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const url = new URL(c.req.url);
    for (const part of [url.pathname, url.search.replaceAll('+', ' ')]) {
      let text: string;
      try {
        text = decodeURIComponent(part);
      } catch {
        throw new MalformedRequest('broken percent-encoding');
      }
      if (text.includes('\0')) throw new MalformedRequest('NUL in the address');
    }
    if (c.req.method === 'POST' && isForm(c)) {
      const fields = await readFields(() => c.req.parseBody({ all: true }));
      for (const [name, values] of Object.entries(fields)) {
        const texts = [name, ...[values].flat()];
        if (texts.some((text) => typeof text === 'string' && text.includes('\0'))) {
          throw new MalformedRequest('NUL in a form field');
        }
      }
    }
    return next();
  };
}

async function readFields<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new MalformedRequest('unreadable form', { cause: error });
  }
}

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppEnv } from './app-env.ts';
import { BodyTooLarge } from './error.ts';

const DEFAULT_MAX = 512 * 1024;

/** Most bytes of a body by path prefix, beside the default of 512 KiB; the longest prefix that fits counts. */
export type BodyLimits = Readonly<Record<string, number>>;

/** Refuses bodies over the limit of their path: by `Content-Length` at once, otherwise while reading. */
export function limitBodies(limits: BodyLimits): MiddlewareHandler<AppEnv> {
  const rules = Object.entries(limits).sort(([a], [b]) => b.length - a.length);
  const readers = new Map<number, MiddlewareHandler>();
  return (c, next) => {
    const max = rules.find(([prefix]) => c.req.path.startsWith(prefix))?.[1] ?? DEFAULT_MAX;
    let reader = readers.get(max);
    if (reader === undefined) {
      reader = bodyLimit({
        maxSize: max,
        onError: () => {
          throw new BodyTooLarge(max);
        },
      });
      readers.set(max, reader);
    }
    return reader(c, next);
  };
}

import { z } from 'zod';
import { InvalidParams, UnknownMethod } from './error.ts';
import type { Control } from './methods.ts';

interface Method {
  schema: z.ZodType;
  handle(params: unknown): Promise<unknown>;
}

export function makeControl(): Control {
  const methods = new Map<string, Method>();
  return {
    register(name, schema, handle) {
      methods.set(name, { schema, handle: handle as Method['handle'] });
    },
    async call(name, params) {
      const method = methods.get(name);
      if (!method) throw new UnknownMethod(name);
      const parsed = method.schema.safeParse(params ?? {});
      if (!parsed.success) throw new InvalidParams(name, z.prettifyError(parsed.error));
      return await method.handle(parsed.data);
    },
    get methods() {
      return [...methods.keys()].sort();
    },
  };
}

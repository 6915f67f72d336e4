import type { z } from 'zod';
import { BadFile } from './error.ts';

/** Reads JSON of one shape. @throws BadFile with the place of the first thing that is not as it should be */
export function readJson<T>(text: string, schema: z.ZodType<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadFile(`This is no JSON, so no ${what} either.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') || 'the whole file';
  throw new BadFile(
    `This is no ${what}: at ${place}, ${lowerFirst(issue?.message ?? 'something is wrong')}.`,
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

import type { Context } from 'hono';
import { NotFound } from '../../../kernel/web/error.ts';

/** Where practices and adoptions are shown: ours, and those of partners below `~<host>`. */
export const PLACES = ['/practices', '/practices/:origin{~[^/]+}'] as const;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID.test(value);
}

/** The partner's host in the address, null for our own. */
export function hostOf(c: Context): string | null {
  const origin: string | undefined = c.req.param('origin');
  return origin === undefined ? null : origin.slice(1).toLowerCase();
}

/** The id in the address. @throws NotFound where it is none */
export function idIn(c: Context): string {
  const id: string | undefined = c.req.param('id');
  if (id === undefined || !isId(id)) throw new NotFound('subject');
  return id;
}

import type { Context } from 'hono';
import { NotFound } from '../web/error.ts';
import { type Format, representation } from '../web/representation.ts';
import { idOf, isId, type Subject } from './subject.ts';

/** The partner's host in an address below `/:origin{~[^/]+}`, null for our own. */
export function hostIn(c: Context): string | null {
  const origin: string | undefined = c.req.param('origin');
  return origin === undefined ? null : origin.slice(1).toLowerCase();
}

/** The id in the address. @throws NotFound where it is none */
export function idIn(c: Context): string {
  const id: string | undefined = c.req.param('id');
  if (id === undefined || !isId(id)) throw new NotFound('subject');
  return id;
}

/** Which subject an address asks for, and in which form. @throws NotFound where its last part is no id */
export function asked<F extends Format = 'html' | 'json'>(
  c: Context,
  subject: Subject,
  formats: readonly [F, ...F[]] = ['html', 'json'] as unknown as readonly [F, ...F[]],
): { host: string | null; id: string; format: F } {
  const { name, format } = representation(c, c.req.param('id') ?? '', formats);
  const id = idOf(subject, subject.path + name);
  if (id === null) throw new NotFound(subject.name);
  return { host: hostIn(c), id, format };
}

import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { StalePredecessor } from '../../records/error.ts';
import type { Act } from '../../records/record.ts';
import { readSubject } from '../../records/subjects.ts';
import { StaleVersion } from '../api-error.ts';
import type { ApiAnswer } from '../api-route.ts';
import type { Paged, PageRequest } from '../paging.ts';
import { cursor, cutPage } from '../paging.ts';
import { type IfMatch, matches } from './if-match.ts';

/** What routes about subjects of records have in common, whichever module they belong to. */

/** A subject of this node. */
export const ownParams = z.object({ id: z.uuid() });

/** A subject of this node (`self`) or of a partner (`~host`). */
export const anyParams = z.object({ origin: z.string().regex(/^(self|~.{1,260})$/), id: z.uuid() });

export const withdrawal = z.object({ reason: z.string().trim().min(1).max(500) });

export function hostOf(origin: string): string | null {
  return origin === 'self' ? null : origin.slice(1).toLowerCase();
}

/**
 * Runs a revision of a subject of ours on its latest record, where `If-Match` accepts it.
 * @throws StaleVersion where it does not, or another revision came first
 */
export async function revising<T>(
  { db, ownLog, identity }: Pick<Kernel, 'db' | 'ownLog' | 'identity'>,
  path: string,
  ifMatch: IfMatch | null,
  work: (prev: string) => Promise<T>,
): Promise<T> {
  const named = ifMatch ?? [];
  const subject = await readSubject(db, ownLog, `${identity.origin}${path}`);
  // Of one that is no longer live the command says so.
  if (subject?.state === 'live' && !matches(named, subject.latest))
    throw new StaleVersion(named, subject.latest);
  try {
    return await work(subject?.latest ?? '');
  } catch (error) {
    if (error instanceof StalePredecessor) throw new StaleVersion(named, error.latest ?? '');
    throw error;
  }
}

/** The answer to an act that made a version of its subject. */
export function madeAct(act: Act): ApiAnswer<Act> {
  return { result: act, etag: act.jti, location: new URL(act.sub).pathname };
}

const byOffset = cursor(z.int().min(0));

/** A part of a list that is short enough to be read whole. */
export function pageOf<Item>(all: readonly Item[], page: PageRequest): Paged<Item> {
  const from = page.after === null ? 0 : byOffset.decode(page.after);
  const rows = all.map((item, place) => ({ item, place })).slice(from, from + page.limit + 1);
  const { items, next } = cutPage(rows, page.limit, byOffset, ({ place }) => place + 1);
  return { items: items.map(({ item }) => item), next };
}

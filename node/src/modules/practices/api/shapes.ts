import { z } from 'zod';
import { StalePredecessor } from '../../../kernel/records/error.ts';
import { StaleVersion } from '../../../kernel/web/api-error.ts';
import type { Paged, PageRequest } from '../../../kernel/web/paging.ts';
import { cursor, cutPage } from '../../../kernel/web/paging.ts';

/** A subject of this node. */
export const ownParams = z.object({ id: z.uuid() });

/** A subject of this node (`self`) or of a partner (`~host`). */
export const anyParams = z.object({ origin: z.string().regex(/^(self|~.{1,260})$/), id: z.uuid() });

export const withdrawal = z.object({ reason: z.string().trim().min(1).max(500) });

export function hostOf(origin: string): string | null {
  return origin === 'self' ? null : origin.slice(1).toLowerCase();
}

/** Runs a revision, and says what `If-Match` should have named where another came first. */
export async function revising<T>(yours: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StalePredecessor) throw new StaleVersion(yours, error.latest ?? '');
    throw error;
  }
}

const byOffset = cursor(z.int().min(0));

/** A part of a list that is short enough to be read whole. */
export function pageOf<Item>(all: readonly Item[], page: PageRequest): Paged<Item> {
  const from = page.after === null ? 0 : byOffset.decode(page.after);
  const rows = all.map((item, place) => ({ item, place })).slice(from, from + page.limit + 1);
  const { items, next } = cutPage(rows, page.limit, byOffset, ({ place }) => place + 1);
  return { items: items.map(({ item }) => item), next };
}

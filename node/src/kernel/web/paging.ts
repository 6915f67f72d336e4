import { z } from 'zod';
import { BadCursor } from './error.ts';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 100;

/** Which part of a list is asked for. `after` is the cursor as it came: read it with the list's own `Cursor`. */
export interface PageRequest {
  limit: number;
  after: string | null;
}

/** One part of a list; `next` is the cursor of the following part, null at the end. */
export interface Paged<Item> {
  items: Item[];
  next: string | null;
}

/** `?limit=` and `?after=` as schemas, for API lists. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  after: z.string().min(1).max(1000).optional(),
});

/** Paging of a page for people: what is out of range is put right rather than refused. */
export function pageRequest(query: { limit?: string | undefined; after?: string | undefined }): PageRequest {
  const limit = Number.parseInt(query.limit ?? '', 10);
  return {
    limit: Number.isNaN(limit) ? DEFAULT_LIMIT : Math.min(Math.max(limit, 1), MAX_LIMIT),
    after: query.after || null,
  };
}

export interface Cursor<Key> {
  encode(key: Key): string;
  /** @throws BadCursor */
  decode(after: string): Key;
}

/**
 * The cursor of a list: the sort key of the last row shown (which must be unique), opaque to clients. It holds only what
 * the client has seen and is checked on the way in, so it needs no signature.
 *
 * @example
 * const byNewest = cursor(z.tuple([z.iso.datetime(), z.uuid()]));
 * const key = page.after === null ? null : byNewest.decode(page.after);
 */
export function cursor<Key>(key: z.ZodType<Key>): Cursor<Key> {
  return {
    encode: (value) => Buffer.from(JSON.stringify(value)).toString('base64url'),
    decode(after) {
      try {
        return key.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
      } catch (error) {
        throw new BadCursor('cursor of another list', { cause: error });
      }
    },
  };
}

/**
 * Cuts rows that were read with `limit + 1` to a page, and makes the cursor of the next one.
 * @example cutPage(rows, page.limit, byNewest, (row) => [row.at.toISOString(), row.id])
 */
export function cutPage<Row, Key>(
  rows: readonly Row[],
  limit: number,
  { encode }: Cursor<Key>,
  keyOf: (row: Row) => Key,
): Paged<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encode(keyOf(last)) : null };
}

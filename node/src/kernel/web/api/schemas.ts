import { z } from 'zod';

/** Answer of an act: the record that it became. */
export const actSchema = z.object({
  jti: z.uuid().describe('Id of the signed record; its page is /records/<jti>.'),
  sub: z.string().describe('Path of the subject at this node.'),
  status: z.enum(['pending', 'logged']).describe('`logged` once a signed checkpoint covers the record.'),
});

/** Answer of a list of `item`s. */
export function pagedSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Cursor of the following part; null at the end.'),
  });
}

import { sql } from 'kysely';
import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../../../kernel/web/paging.ts';
import type { Reference } from '../reference.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

/** Live references of this node and its partners; a partner's is a record that says what it keeps. */
export async function listReferences(kernel: Pick<Kernel, 'db'>): Promise<SubjectRow<Reference>[]> {
  const rows = await subjectRows(kernel, SUBJECTS.reference)
    .where('t.state', '=', 'live')
    .orderBy('t.published_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => subjectRow<Reference>(row));
}

export interface ReferenceRowFilter {
  q?: string | undefined;
  country?: string | undefined;
  area?: string | undefined;
  completion?: string | undefined;
}

const byRow = cursor(z.int());

/** The commitments of one of our references, in the order of its file. */
export async function listReferenceRows(
  { db, ownLog }: Pick<Kernel, 'db' | 'ownLog'>,
  reference: string,
  { q, country, area, completion }: ReferenceRowFilter,
  page: PageRequest,
) {
  const after = page.after === null ? -1 : byRow.decode(page.after);
  const rows = await commitmentsDb(db)
    .selectFrom('commitments_reference_row')
    .select([
      'row',
      'country',
      'plan',
      'number',
      'title',
      'lang',
      'theme',
      'areas',
      'completion',
      'star',
      'body',
    ])
    .where('log', '=', ownLog)
    .where('reference', '=', reference)
    .where('row', '>', after)
    .$if(q !== undefined, (query) => query.where(sql<boolean>`strpos(lower(title), lower(${q ?? ''})) > 0`))
    .$if(country !== undefined, (query) => query.where('country', '=', country ?? ''))
    .$if(area !== undefined, (query) => query.where(sql<boolean>`areas @> array[${area ?? ''}]::text[]`))
    .$if(completion !== undefined, (query) => query.where('completion', '=', completion ?? ''))
    .orderBy('row')
    .limit(page.limit + 1)
    .execute();
  return cutPage(rows, page.limit, byRow, ({ row }) => row) satisfies Paged<(typeof rows)[number]>;
}

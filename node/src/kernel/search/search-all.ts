import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../database/tables.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../web/paging.ts';
import { type SearchFilter, searchMatches } from './matches.ts';
import { parseSearch } from './query.ts';
import { type SnippetPart, snippet } from './snippet.ts';

/** One thing found, in the reader's language where it has that, else in the language that fits best. */
export interface SearchResult {
  log: number;
  sub: string;
  /** Path at this node. */
  path: string;
  module: string;
  kind: string;
  lang: string;
  title: SnippetPart[];
  text: SnippetPart[];
}

const byRank = cursor(z.tuple([z.int(), z.int(), z.string().max(2000)]));

/** Everything public that fits, from all modules, the best first. Two queries a page. */
export async function searchAll(
  { db }: { db: Db },
  filter: SearchFilter,
  page: PageRequest,
): Promise<Paged<SearchResult>> {
  const words = parseSearch(filter.q)?.words;
  if (words === undefined) return { items: [], next: null };
  const after = page.after === null ? null : byRank.decode(page.after);
  const found = await db
    .selectFrom(searchMatches(db, filter).as('found'))
    .selectAll()
    .$if(after !== null, (rows) =>
      rows.where(
        sql<boolean>`(-rank, log, sub) > (${-(after?.[0] ?? 0)}::int, ${after?.[1]}::int, ${after?.[2]}::text)`,
      ),
    )
    .orderBy(sql`-rank`)
    .orderBy('log')
    .orderBy('sub')
    .limit(page.limit + 1)
    .execute();
  const { items, next } = cutPage(found, page.limit, byRank, (row) => [row.rank, row.log, row.sub]);
  return { items: await describe(db, items, filter.lang, words), next };
}

/** Fields and paragraphs one after the other; a dot parts what does not end as a sentence does. */
function inOneLine(text: string): string {
  return text.replaceAll(/([^\n]?)\s*\n\s*/g, (_, last: string) =>
    /[\p{L}\p{N}]/u.test(last) ? `${last} · ` : `${last} `,
  );
}

async function describe(
  db: Db,
  found: ReadonlyArray<{ log: number; sub: string }>,
  lang: string | undefined,
  words: readonly string[],
): Promise<SearchResult[]> {
  if (found.length === 0) return [];
  const subs = found.map((row) => row.sub);
  const rows = await db
    .selectFrom('search')
    .select(['log', 'sub', 'path', 'module', 'kind', 'lang', 'title'])
    .select(sql<string>`left(text, 20000)`.as('text'))
    .where(sql<boolean>`sub = any(${sql.val(subs)}::text[])`)
    .execute();
  return found.flatMap(({ log, sub }) => {
    const languages = rows
      .filter((row) => row.log === log && row.sub === sub)
      .map((row) => ({
        ...row,
        title: snippet(row.title, words, 300),
        text: snippet(inOneLine(row.text), words),
      }));
    const hits = (row: (typeof languages)[number]) =>
      [...row.title, ...row.text].filter((part) => part.hit).length;
    languages.sort((a, b) => hits(b) - hits(a));
    const shown = languages.find((row) => row.lang === lang && hits(row) > 0) ?? languages[0];
    return shown === undefined ? [] : [shown];
  });
}

import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Db, KernelTables, Tx } from '../database/tables.ts';
import { CONFIGURATIONS, hasLooseAccents, STEMMED_LANGUAGES } from './language.ts';
import { parseSearch, type SearchQuery } from './query.ts';

export interface SearchFilter {
  /** As typed. */
  q: string;
  /** The reader's language: what is written in it comes first among equals. */
  lang?: string;
  module?: string;
  kind?: string;
  /** Only subjects of these logs. */
  logs?: readonly number[];
}

/** A subject that fits; `rank` is a whole number, larger is better. */
export interface Match {
  log: number;
  sub: string;
  rank: number;
}

/**
 * The subjects that fit a query, each once, with the rank of its best language; for use as a subquery.
 *
 * @example
 * const found = searchMatches(kernel.db, { q, kind: 'practices/practice@1' });
 * db.selectFrom('practices_practice as p')
 *   .innerJoin(found.as('found'), (join) => join.onRef('found.log', '=', 'p.log').onRef('found.sub', '=', 'p.sub'))
 *   .orderBy('found.rank', 'desc')
 */
export function searchMatches(
  db: Db | Tx,
  filter: SearchFilter,
): SelectQueryBuilder<KernelTables, 'search', Match> {
  const query = parseSearch(filter.q);
  const rank = query === null ? sql<number>`0` : sql<number>`max(${rankOf(query, filter.lang)})::int`;
  return db
    .selectFrom('search')
    .select(['search.log', 'search.sub', rank.as('rank')])
    .where(query === null ? sql<boolean>`false` : fits(query))
    .$if(filter.module !== undefined, (rows) => rows.where('search.module', '=', filter.module ?? ''))
    .$if(filter.kind !== undefined, (rows) => rows.where('search.kind', '=', filter.kind ?? ''))
    .$if(filter.logs !== undefined, (rows) =>
      rows.where(sql<boolean>`search.log = any(${sql.val(filter.logs)}::int[])`),
    )
    .groupBy(['search.log', 'search.sub']);
}

/** Each part can use an index of its own. */
function fits(query: SearchQuery): RawBuilder<boolean> {
  const parts = [
    sql`(${stemmed} and search.tsv @@ ${stemQuery(query)})`,
    sql`(not ${stemmed} and search.tsv @@ ${prefixQuery(query)})`,
  ];
  if (query.similar.length > 0) {
    const all = query.similar.map((word) => sql`${word} <% search.prepared`);
    parts.push(sql`(${sql.join(all, sql` and `)})`);
  }
  const any = sql`(${sql.join(parts, sql` or `)})`;
  if (query.without === null) return sql<boolean>`${any}`;
  return sql<boolean>`(${any} and not (search.tsv @@ ${inEveryLanguage(query.without)})
    and (${stemmed} or search.tsv @@ ${prefixQuery(query)}))`;
}

/** Weight A (titles) counts ten times weight B (text); words close together count more. */
function rankOf(query: SearchQuery, lang: string | undefined): RawBuilder<number> {
  const weights = sql`'{0.05,0.05,0.1,1}'::float4[]`;
  const like = query.similar.join(' ');
  const similarity = like === '' ? sql`0` : sql`0.05 * word_similarity(${like}, search.prepared)`;
  const mine = lang === undefined ? sql`1` : sql`case when search.lang = ${lang} then 1.5 else 1 end`;
  return sql<number>`1000000 * ${mine} * (${similarity} + ts_rank_cd(${weights}, search.tsv,
    case when ${stemmed} then ${stemQuery(query)} else ${prefixQuery(query)} end))`;
}

/** Whether the words of a row are stems. */
const stemmed = sql<boolean>`(split_part(search.lang, '-', 1) = any(${sql.val(STEMMED_LANGUAGES)}::text[]))`;

/**
 * The stems of the query in every language at once: nobody says in which language they search, and one scan of the index
 * is cheaper than one for each.
 */
function stemQuery({ web, bareWeb }: SearchQuery) {
  if (bareWeb === null) return inEveryLanguage(web);
  return sql`(${inEveryLanguage(web)} || ${inEveryLanguage(bareWeb, CONFIGURATIONS.filter(hasLooseAccents))})`;
}

function inEveryLanguage(web: string, configurations: readonly string[] = CONFIGURATIONS) {
  return sql`(${sql.join(
    configurations.map((name) => sql`websearch_to_tsquery(${sql.lit(name)}, ${web})`),
    sql` || `,
  )})`;
}

const prefixQuery = ({ prefixes }: SearchQuery) => sql`to_tsquery('simple', ${prefixes})`;

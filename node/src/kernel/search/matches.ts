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
  const rows = sql.join(query === null ? [] : waysToFit(query, filter), sql` union all `);
  const found = query === null ? sql`select log, sub, 0 as rank from search where false` : rows;
  const builder = db
    .selectFrom(sql<Match>`(${found})`.as('search'))
    .select(['search.log', 'search.sub', sql<number>`max(search.rank)::int`.as('rank')])
    .groupBy(['search.log', 'search.sub']);
  return builder as unknown as SelectQueryBuilder<KernelTables, 'search', Match>;
}

/** The ways in which a row can fit, each with an index of its own; joined by OR they would share none. */
function waysToFit(query: SearchQuery, filter: SearchFilter): RawBuilder<unknown>[] {
  const without = query.without === null ? [] : [sql`not (search.tsv @@ ${inEveryLanguage(query.without)})`];
  const common = [...without, ...conditions(filter)];
  const stems = stemQuery(query);
  const prefixes = prefixQuery(query);
  const like = query.similar.join(' ');
  const way = (words: RawBuilder<unknown>, ...fits: RawBuilder<unknown>[]) => sql`
    select search.log, search.sub, ${rankOf(words, like, filter.lang)} as rank from search
    where ${sql.join([...fits, ...common], sql` and `)}`;
  const ways = [
    way(stems, stemmed, sql`search.tsv @@ ${stems}`),
    way(prefixes, sql`not ${stemmed}`, sql`search.tsv @@ ${prefixes}`),
  ];
  if (like !== '') {
    const alike = query.similar.map((word) => sql`${word} <% search.prepared`);
    // What likeness finds must not hold the words that are not wanted either.
    const wanted = query.without === null ? [] : [sql`(${stemmed} or search.tsv @@ ${prefixes})`];
    ways.push(way(sql`case when ${stemmed} then ${stems} else ${prefixes} end`, ...alike, ...wanted));
  }
  return ways;
}

function conditions({ module, kind, logs }: SearchFilter): RawBuilder<unknown>[] {
  return [
    ...(module === undefined ? [] : [sql`search.module = ${module}`]),
    ...(kind === undefined ? [] : [sql`search.kind = ${kind}`]),
    ...(logs === undefined ? [] : [sql`search.log = any(${sql.val(logs)}::int[])`]),
  ];
}

/** Weight A (titles) counts ten times weight B (text); words close together count more. */
function rankOf(words: RawBuilder<unknown>, like: string, lang: string | undefined): RawBuilder<number> {
  const weights = sql`'{0.05,0.05,0.1,1}'::float4[]`;
  const similarity =
    like === ''
      ? sql`0`
      : sql`case when search.prepared = '' then 0 else 0.05 * word_similarity(${like}, search.prepared) end`;
  const mine = lang === undefined ? sql`1` : sql`case when search.lang = ${lang} then 1.5 else 1 end`;
  return sql<number>`1000000 * ${mine} * (${similarity} + ts_rank_cd(${weights}, search.tsv, ${words}))`;
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

/**
 * Each different form once: most languages make the same stem of a word, and a query of twenty equal parts takes
 * several times as long to match and to rank. As a subquery it is worked out once, before the rows are read.
 */
function inEveryLanguage(web: string, configurations: readonly string[] = CONFIGURATIONS) {
  const forms = sql.join(configurations.map((name) => sql`websearch_to_tsquery(${sql.lit(name)}, ${web})`));
  return sql`(select coalesce(string_agg('(' || form::text || ')', ' | '), '')::tsquery
    from (select distinct form from unnest(array[${forms}]) form where numnode(form) > 0) forms)`;
}

const prefixQuery = ({ prefixes }: SearchQuery) => sql`to_tsquery('simple', ${prefixes})`;

import { sql } from 'kysely';
import type { Db } from '../../../kernel/database/tables.ts';
import { searchMatches } from '../../../kernel/search/matches.ts';
import type { PracticeFilter } from '../filter.ts';
import { PRACTICE } from '../kinds.ts';

/** Whether a row of `practices_practice as p` fits each part of a filter; what was not asked for fits. */
export function fits({ topic, level, stage, language }: PracticeFilter) {
  const all = sql<boolean>`true`;
  return {
    topic: topic === undefined ? all : sql<boolean>`p.topics @> array[${topic}]::text[]`,
    level: level === undefined ? all : sql<boolean>`p.level = ${level}`,
    stage: stage === undefined ? all : sql<boolean>`p.stage = ${stage}`,
    language: language === undefined ? all : sql<boolean>`p.languages @> array[${language}]::text[]`,
  };
}

/** The practices that hold the words of a filter. */
export function matches(db: Db, { q = '' }: PracticeFilter, lang?: string) {
  return searchMatches(db, { q, kind: PRACTICE, ...(lang === undefined ? {} : { lang }) });
}

/**
 * Full-text search over everything public that is shown here, our own and the partners'.
 *
 * A record kind's `search` says by what its subject is found; the kernel indexes it with the projection. English, French,
 * Spanish, Danish, Finnish, Arabic and more are found by word stems; Estonian and Hebrew by the beginnings of words and by
 * likeness (pg_trgm); Korean by two-syllable pieces.
 *
 * - `searchMatches(db, { q, kind, lang })`: subquery of `(log, sub, rank)` for a module's own list
 * - `searchAll(kernel, { q, lang, module }, page)`: results of all modules with marked snippets
 * - `parseSearch(q)?.words` with `snippet(text, words)`: marks hits in any text
 */
export { forgetSubject, indexSubject } from './index-subject.ts';
export { type Match, type SearchFilter, searchMatches } from './matches.ts';
export { parseSearch, type SearchQuery } from './query.ts';
export { type SearchResult, searchAll } from './search-all.ts';
export { type SnippetPart, snippet } from './snippet.ts';

/** Reading practices and adoptions: everything that pages, the API and feeds ask of the database. */
export { type AdoptionRow, adoptionsOf, readAdoption } from './read/adoptions.ts';
export { countFacets, keptFacets } from './read/facets.ts';
export { adoptionVersions, practiceVersions } from './read/history.ts';
export { listPractices, type PracticeRow } from './read/list.ts';
export { readShownLogs, type ShownLogs } from './read/logs.ts';
export { idOfSlug, type PracticeDetail, practiceAt, readPractice } from './read/practice.ts';

/** Reading practices and adoptions: everything that pages, the API and feeds ask of the database. */
export { readOwnAct } from './read/act.ts';
export { type AdoptionRow, adoptionsOf, readAdoption } from './read/adoptions.ts';
export { exportPractices } from './read/export.ts';
export { countFacets, keptFacets } from './read/facets.ts';
export { adoptionVersions, practiceVersions } from './read/history.ts';
export { type AdoptionItem, loadAdoption, loadPractice, type PracticeItem } from './read/item.ts';
export { keptList, listPractices, type PracticeRow } from './read/list.ts';
export { readShownLogs, type ShownLogs } from './read/logs.ts';
export { nodeNames } from './read/names.ts';
export { idOfSlug, type PracticeDetail, practiceAt, readPractice } from './read/practice.ts';

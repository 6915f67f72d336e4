/** Reading practices and adoptions: everything that pages, the API and feeds ask of the database. */

export { nodeNames } from '../../kernel/log/node-names.ts';
export { readShownLogs, type ShownLogs } from '../../kernel/log/shown-logs.ts';
export { type AdoptionRow, adoptionsOf, readAdoption } from './read/adoptions.ts';
export { exportPractices } from './read/export.ts';
export { countFacets, keptFacets } from './read/facets.ts';
export { adoptionVersions, practiceVersions } from './read/history.ts';
export { type AdoptionItem, loadAdoption, loadPractice, type PracticeItem } from './read/item.ts';
export { keptList, listPractices, type PracticeRow } from './read/list.ts';
export { idOfSlug, type PracticeDetail, practiceAt, readPractice } from './read/practice.ts';

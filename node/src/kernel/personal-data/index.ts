/**
 * What the node holds of people, and what becomes of it. Everything walks the declarations of the tables, so a table that
 * is declared cannot be forgotten, and one that is not declared does not compile.
 *
 * - `personalDataOf(kernel, account)`: all of it, for the person
 * - `eraseAccount(kernel, actor, account)`
 * - `enforceRetention(kernel)`: a job, every day
 */
export { type PersonalData, personalDataOf } from './download.ts';
export { ERASE_RECORDS, eraseAccount, eraseRecordsLater } from './erase-account.ts';
export { enforceRetention } from './retention.ts';
export { kernelTables } from './tables.ts';
export { privateTables } from './walk.ts';

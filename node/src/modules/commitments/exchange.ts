/** Files of commitments, read and written without a node: what the command line and the import have in common. */
export { writeCanada } from './exchange/canada.ts';
export { BadFile } from './exchange/error.ts';
export { type CommitmentsFile, readCommitmentsFile } from './exchange/read-file.ts';
export { writeUs } from './exchange/us.ts';

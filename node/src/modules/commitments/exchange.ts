/** Files of commitments, read and written without a node: what the command line and the import have in common. */
export { BadFile } from './exchange/error.ts';
export { type CommitmentsFile, isLossless, readCommitmentsFile } from './exchange/read-file.ts';
export { PLAN_FORMS, type PlanForm } from './exchange/write-plan.ts';

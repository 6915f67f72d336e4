/** Names of the kinds of record; the kinds themselves are in `records.ts`. */
export const PLAN = 'commitments/plan@1';
export const COMMITMENT = 'commitments/commitment@1';
export const LEAD = 'commitments/lead@1';
export const REPORT = 'commitments/report@1';
export const ASSESSMENT = 'commitments/assessment@1';
export const REFERENCE = 'commitments/reference@1';

/** The form whose drafts are all that is written here. */
export const COMMITMENTS_FORM = 'commitments/written';

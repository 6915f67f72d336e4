/** Columns of the commitments file of the OGP's Independent Reporting Mechanism, as its database of July 2016 names them. */
export const OGP = {
  country: 'Country',
  plan: 'Action Plan Number',
  theme: 'Theme',
  number: 'Comm No',
  title: 'Commitment Title',
  shortTitle: 'Short Title',
  text: 'Full Text',
  start: 'Start Date',
  end: 'End Date',
  lead: 'Lead Institution',
  supporting: 'Supporting Institution(s)',
  specificity: 'Specificity',
  relevant: '_Relevant',
  impact: 'Potential impact',
  completion: 'Completion (progress report)',
  completionAtEnd: 'Completion (end of term)',
  opened: 'Did it open government (end of term only)',
  star: 'Starred (current formula) progress report',
  starAtEnd: 'Starred (current formula) end of term',
  submitted: 'Year of submission',
} as const;

/** Without these it is another file. */
export const REQUIRED = [
  OGP.country,
  OGP.plan,
  OGP.number,
  OGP.title,
  OGP.specificity,
  OGP.relevant,
  OGP.impact,
  OGP.completion,
] as const;

/** Policy areas: columns of ones and zeros between these two, both of them included. */
export const AREAS = { first: 'Anti-corruption', last: 'OGP' } as const;

export const VALUE_COLUMNS = {
  transparency: 'Value -Info',
  participation: 'Value -Part',
  accountability: 'Value -Acc',
  technology: 'Value -Tech',
} as const;

/** Not reported, no data, not applicable: what the file writes where there is nothing. */
const MISSING = new Set(['', 'NR', 'ND', 'NA', 'N/A', 'Not Specified', 'None Specified']);

export function present(cell: string | undefined): string | null {
  return cell === undefined || MISSING.has(cell.trim()) ? null : cell.trim();
}

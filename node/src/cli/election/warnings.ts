import type { PublicCredentials } from '@koinon/elections';

/** Below this, results easily tell how single people voted. */
const SMALL_ELECTORATE = 30;
/** Weights that fewer voters share than this make their votes stand out in a sum. */
const RARE_WEIGHT = 5;

/** What an organiser should know before the vote opens: mathematics does not hide a vote in a small crowd. */
export function electorateWarnings(credentials: PublicCredentials): string[] {
  const warnings: string[] = [];
  if (credentials.size < SMALL_ELECTORATE) {
    warnings.push(
      `Only ${credentials.size} voters: a result of few or of unanimous votes tells how people voted, however well ballots are encrypted.`,
    );
  }
  const byWeight = new Map<number, number>();
  for (const weight of credentials.values()) byWeight.set(weight, (byWeight.get(weight) ?? 0) + 1);
  const rare = [...byWeight].filter(([, voters]) => byWeight.size > 1 && voters < RARE_WEIGHT);
  if (rare.length > 0) {
    const weights = rare.map(([weight]) => weight).sort((a, b) => a - b);
    warnings.push(
      `Few voters have the weight ${weights.join(', ')}: sums may tell how they voted. Equal weights hide better.`,
    );
  }
  return warnings;
}

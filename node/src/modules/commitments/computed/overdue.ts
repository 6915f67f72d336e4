import { endOfDay, isPartialDate } from '../../../kernel/calendar/day.ts';
import { type Claim, type ClaimedStatus, completedBy } from './claims.ts';

/** Where something with a deadline stands, and why. `deadline` is the moment at which its last local day is over. */
export type Timing =
  | { state: 'no-deadline' }
  | { state: 'planned'; deadline: Date; daysLeft: number }
  | { state: 'overdue'; deadline: Date; daysOver: number }
  | { state: 'done'; deadline: Date | null; by: Claim; late: boolean };

export interface TimingTerms {
  /** Partial date; what is none is text for people, and nothing is computed from it. */
  deadline?: string | undefined;
  /** IANA zone in which the deadline's day ends. */
  zone: string;
  /** What the reports that count claim of it, oldest first. */
  statuses: readonly ClaimedStatus[];
}

const DAY_MS = 86_400_000;

/**
 * Whether a commitment, a milestone or an indicator is overdue. It follows from the deadline, the clock and the claims:
 * nobody sets it. An assessment changes nothing here; what it disputes is shown as the gap. Days are whole ones.
 */
export function timingOf({ deadline: date, zone, statuses }: TimingTerms, now: Date): Timing {
  const deadline = date !== undefined && isPartialDate(date) ? endOfDay(date, zone) : null;
  const by = completedBy(statuses);
  if (by !== null) {
    return { state: 'done', deadline, by, late: deadline !== null && by.signedAt >= deadline };
  }
  if (deadline === null) return { state: 'no-deadline' };
  const over = now.getTime() - deadline.getTime();
  return over < 0
    ? { state: 'planned', deadline, daysLeft: Math.floor(-over / DAY_MS) }
    : { state: 'overdue', deadline, daysOver: Math.floor(over / DAY_MS) };
}

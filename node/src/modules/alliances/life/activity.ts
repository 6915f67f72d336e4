/** What an alliance did, as counts by quarter of the year. */
export const DEEDS = ['meeting', 'declaration', 'contribution', 'practice', 'adoption'] as const;
export type Deed = (typeof DEEDS)[number];

export interface Done {
  deed: Deed;
  at: Date;
}

export interface Quarter {
  /** `2026-Q3`. */
  quarter: string;
  counts: Readonly<Record<Deed, number>>;
  total: number;
}

/** @example quarterOf(new Date('2026-07-01T00:00:00Z')) // '2026-Q3' */
export function quarterOf(at: Date): string {
  return `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
}

/** The last `many` quarters up to now, oldest first, those without anything too. What is still to come is not counted. */
export function activityByQuarter(done: readonly Done[], now: Date, many = 8): Quarter[] {
  const past = done.filter(({ at }) => at <= now);
  return Array.from({ length: many }, (_, i) => {
    const month = Math.floor(now.getUTCMonth() / 3) * 3 - (many - 1 - i) * 3;
    const quarter = quarterOf(new Date(Date.UTC(now.getUTCFullYear(), month, 1)));
    const within = past.filter(({ at }) => quarterOf(at) === quarter);
    const counts = Object.fromEntries(
      DEEDS.map((deed) => [deed, within.filter((one) => one.deed === deed).length]),
    ) as Record<Deed, number>;
    return { quarter, counts, total: within.length };
  });
}

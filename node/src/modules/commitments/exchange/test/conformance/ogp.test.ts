import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../csv.ts';
import { readOgp } from '../../ogp.ts';
import { checkStars, countriesOf } from '../../stars.ts';
import { readPlan, sharedPlans } from '../support/shared-data.ts';

const folder = sharedPlans();

function countBy<T>(items: readonly T[], of: (item: T) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[of(item) ?? 'none'] = (counts[of(item) ?? 'none'] ?? 0) + 1;
  return counts;
}

describe.skipIf(folder === null)('the review database of the OGP, July 2016', () => {
  const text = folder === null ? '' : readPlan(folder, 'irm-commitments-2016.csv');
  const { table, commitments } = folder === null ? { table: null, commitments: [] } : readOgp(text);

  it('holds 1,927 commitments of 61 countries', () => {
    expect(commitments).toHaveLength(1927);
    expect(countriesOf(commitments)).toBe(61);
    expect(countBy(commitments, ({ plan }) => plan)).toEqual({ 1: 1226, 2: 662, 3: 39 });
  });

  it('is written as the bytes that it was read from', () => {
    expect(table?.header).toHaveLength(93);
    expect(table && writeCsv(table)).toBe(text);
  });

  it('has stars where the formula has them: all 590 of the progress report, all 54 of the end of the term', () => {
    expect(checkStars(commitments)).toEqual({ equal: 590, of: 590, differ: [] });
    const atEnd = commitments.filter(({ flagAtEnd }) => flagAtEnd !== null);
    expect(atEnd).toHaveLength(54);
    expect(atEnd.filter(({ flagAtEnd, starAtEnd }) => flagAtEnd !== starAtEnd?.starred)).toEqual([]);
  });

  it('is coded as its own counts say', () => {
    expect(countBy(commitments, ({ codes }) => codes.completion)).toEqual({
      'not-started': 192,
      limited: 649,
      substantial: 511,
      complete: 435,
      withdrawn: 20,
      unclear: 49,
      none: 71,
    });
    expect(countBy(commitments, ({ codes }) => codes.impact)).toMatchObject({
      minor: 624,
      moderate: 665,
      transformative: 284,
    });
    expect(new Set(commitments.flatMap(({ areas }) => areas)).size).toBe(42);
  });
});

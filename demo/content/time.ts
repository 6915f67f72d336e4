/** The calendar of the demo: what it tells lies before its first start, what it promises and announces also after it. */
export interface DemoTime {
  /** A year, counted from this one: `year(-2)` is `'2024'` in 2026. */
  year(offset: number): string;
  /** A month, counted from this one: `month(-6)` is `'2026-05'` in November 2026. */
  month(offset: number): string;
  /** A day, counted from the first start: `day(30)` is `'2026-12-27'` on 27 November 2026. */
  day(offset: number): string;
}

const DAY_MS = 86_400_000;

export function demoTime(firstStart: Date): DemoTime {
  return {
    year: (offset) => String(firstStart.getUTCFullYear() + offset),
    month(offset) {
      const first = new Date(Date.UTC(firstStart.getUTCFullYear(), firstStart.getUTCMonth() + offset, 1));
      return first.toISOString().slice(0, 7);
    },
    day: (offset) => new Date(firstStart.getTime() + offset * DAY_MS).toISOString().slice(0, 10),
  };
}

import { parseRule } from '../time/rule.ts';

/** How a series repeats, as people say it; `kept` is a rule of an earlier version that this form cannot say. */
export const REPEATS = [
  'weekly',
  'fortnightly',
  'monthly-date',
  'monthly-weekday',
  'yearly',
  'kept',
] as const;
export type Repeats = (typeof REPEATS)[number];

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The rule (RFC 5545) of a series that begins on a day, as many times. */
export function ruleOf(repeats: Exclude<Repeats, 'kept'>, times: number, start: string): string {
  const count = `COUNT=${times}`;
  switch (repeats) {
    case 'weekly':
      return `FREQ=WEEKLY;${count}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;${count}`;
    case 'monthly-date':
      return `FREQ=MONTHLY;${count}`;
    case 'monthly-weekday':
      return `FREQ=MONTHLY;BYDAY=${weekdayOf(start)};${count}`;
    case 'yearly':
      return `FREQ=YEARLY;${count}`;
  }
}

/** How the form says a rule. */
export function repeatsOf(rule: string, start: string): { repeats: Repeats; times?: number } {
  const times = Number(parseRule(rule)?.COUNT);
  const known = REPEATS.find((one) => one !== 'kept' && times > 0 && ruleOf(one, times, start) === rule);
  return known === undefined ? { repeats: 'kept' } : { repeats: known, times };
}

/** "Second Tuesday": what comes a fifth time is the last, since most months have no fifth. */
function weekdayOf(start: string): string {
  const day = Number(start.slice(8, 10));
  const place = Math.ceil(day / 7);
  const weekday = WEEKDAYS[new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  return `${place === 5 ? -1 : place}${weekday}`;
}

import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { momentOf, wallTimeAt, zoned } from '../../../kernel/calendar/wall-time.ts';
import { MOST_OCCURRENCES, MOST_YEARS, parseRule } from './rule.ts';

/** One occurrence that is not as the rule has it. */
export interface Change {
  /** When it would have been: the wall time by which the rule makes it. */
  at: string;
  start?: string | undefined;
  end?: string | undefined;
  cancelled?: boolean | undefined;
}

/** How an event repeats: a rule, days without, days beside it, and days that are otherwise. */
export interface Recurrence {
  rule: string;
  except?: readonly string[] | undefined;
  also?: readonly string[] | undefined;
  changed?: readonly Change[] | undefined;
}

export interface Timing {
  zone: string;
  start: string;
  end: string;
  recurrence?: Recurrence | undefined;
}

export interface Occurrence {
  /** Names it within its event, whatever is moved: the wall time by which the rule makes it. */
  at: string;
  start: Date;
  end: Date;
  cancelled: boolean;
  moved: boolean;
}

/**
 * Every time that an event takes place, in their order. Each keeps the clock time of its zone across changes of clocks, and
 * lasts as long as the first (RFC 5545, 3.8.5.3).
 * @throws RangeError where the rule is none that `parseRule` takes
 */
export function occurrencesOf({ zone, start, end, recurrence }: Timing): Occurrence[] {
  const [first, last] = [momentOf(start, zone), momentOf(end, zone)];
  const lasting = last.getTime() - first.getTime();
  const changes = new Map(recurrence?.changed?.map((change) => [change.at, change]));
  return startsOf({ zone, start, recurrence })
    .map((at): Occurrence => {
      const change = changes.get(at);
      const begins = momentOf(change?.start ?? at, zone);
      const ends =
        change?.end === undefined ? new Date(begins.getTime() + lasting) : momentOf(change.end, zone);
      const moved = change?.start !== undefined || change?.end !== undefined;
      return { at, start: begins, end: ends, cancelled: change?.cancelled ?? false, moved };
    })
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** The wall times that rule, exceptions and additions make. */
function startsOf({ zone, start, recurrence }: Omit<Timing, 'end'>): string[] {
  if (recurrence === undefined) return [start];
  const { rule, except = [], also = [] } = recurrence;
  if (parseRule(rule) === null) throw new RangeError(`not a rule: ${rule}`);
  const first = zoned(start, zone);
  const made = new RRuleTemporal({ rruleString: rule, dtstart: first, temporal: Temporal }).between(
    first,
    first.add({ years: MOST_YEARS }),
    true,
  );
  const without = new Set(except);
  const starts = made.map(({ epochMilliseconds }) => wallTimeAt(new Date(epochMilliseconds), zone));
  return [...new Set([...starts, ...also])].filter((at) => !without.has(at));
}

/**
 * Whether a series has an end within the bounds, its first occurrence is one by the rule, and what it says of single ones is
 * about ones that it has.
 */
export function isCoherent({ zone, start, end, recurrence }: Timing): boolean {
  if (recurrence === undefined) return true;
  const { rule, except = [], changed = [] } = recurrence;
  const parts = parseRule(rule);
  if (parts === null) return false;
  const made = new Set(occurrencesOf({ zone, start, end, recurrence: { rule } }).map(({ at }) => at));
  const shown = new Set(occurrencesOf({ zone, start, end, recurrence }).map(({ at }) => at));
  return (
    made.has(start) &&
    made.size <= MOST_OCCURRENCES &&
    (parts.COUNT === undefined ? endsInTime(parts.UNTIL, start) : made.size === Number(parts.COUNT)) &&
    shown.size > 0 &&
    except.every((at) => made.has(at)) &&
    changed.every(({ at }) => shown.has(at)) &&
    new Set(changed.map(({ at }) => at)).size === changed.length
  );
}

/** Years apart, by the number: whether it is a leap year more or less does not matter. */
function endsInTime(until = '', start: string): boolean {
  return Number(until.slice(0, 4)) - Number(start.slice(0, 4)) < MOST_YEARS;
}

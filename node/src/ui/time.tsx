import type { PageContext } from '../kernel/web/page.ts';

interface TimeProps {
  page: PageContext;
  value: Date;
  /** `when`: "today 14:02", after a week the date. `date`: the day. `full`: day and time to the second. */
  as?: 'when' | 'date' | 'full';
}

/** A moment for people, with its exact form for machines. */
export function Time({ page, value, as = 'when' }: TimeProps) {
  const { format } = page;
  const words =
    as === 'when'
      ? format.when(value, page.now)
      : as === 'date'
        ? format.date(value)
        : format.dateTime(value);
  return <time datetime={value.toISOString()}>{words}</time>;
}

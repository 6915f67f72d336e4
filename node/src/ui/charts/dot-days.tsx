import type { PageContext } from '../../kernel/web/page.ts';

export type Day = 'done' | 'missing' | 'failed' | 'before';

interface DotDaysProps {
  page: PageContext;
  /** The figure in a sentence: it is the name of the drawing. */
  label: string;
  /** Oldest first. */
  days: readonly Day[];
}

const STEP = 20;
const RADIUS = 6.5;

/** One dot a day on a thread. Full: seen. Dashed: not seen. Cross: refused. Give the same figures in a table. */
export function DotDays({ page, label, days }: DotDaysProps) {
  const width = days.length * STEP;
  const first = Math.max(
    0,
    days.findIndex((day) => day !== 'before'),
  );
  // Time runs in the direction of reading.
  const x = (i: number) => (page.dir === 'rtl' ? width - (i + 0.5) * STEP : (i + 0.5) * STEP);
  // There is no thread yet on the days before the node became a partner.
  return (
    <svg class="kn-fig kn-days" viewBox={`0 0 ${width} 16`} role="img" aria-label={label}>
      <path class="kn-days-line" d={`M${x(first)} 8H${x(days.length - 1)}`} />
      {days.map((day, i) => (
        <g data-as={day}>
          <circle cx={x(i)} cy="8" r={RADIUS} />
          {day === 'failed' && <path d={`M${x(i) - 3.5} 4.5l7 7m0-7l-7 7`} />}
        </g>
      ))}
    </svg>
  );
}

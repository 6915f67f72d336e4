import type { PageContext } from '../../kernel/web/page.ts';

export type MomentState = 'done' | 'overdue' | 'planned' | 'no-deadline';

export interface TimeLine {
  /** Short: the same number as in the table beside. */
  name: string;
  from: Date;
  to: Date;
  moments: ReadonlyArray<{ at: Date; state: MomentState }>;
  state: MomentState;
}

interface TimeLinesProps {
  page: PageContext;
  label: string;
  lines: readonly TimeLine[];
  /** What the line for now is called. */
  today: string;
}

const STEP = 28;
const HEAD = 34;
const FOOT = 26;
const RADIUS = 6;
/** What a point takes up, with its line. */
const EDGE = RADIUS + 1;
/** Half of the longest word for today, so that it stays inside. */
const HALF_WORD = 40;

/** What lasts from one day to another, one below the other, with the moments that count and today. Give a table too. */
export function TimeLines(props: TimeLinesProps) {
  return (
    <>
      <Drawing {...props} wide />
      <Drawing {...props} wide={false} />
    </>
  );
}

function Drawing({ page, label, lines, today, wide }: TimeLinesProps & { wide: boolean }) {
  const width = wide ? 720 : 320;
  const names = 36;
  const bottom = HEAD + lines.length * STEP;
  const height = bottom + FOOT;
  const times = [
    page.now,
    ...lines.flatMap(({ from, to, moments }) => [from, to, ...moments.map(({ at }) => at)]),
  ];
  const [first, last] = [Math.min(...times.map(Number)), Math.max(...times.map(Number))];
  const along = (at: Date) =>
    names + ((at.getTime() - first) / Math.max(1, last - first)) * (width - names - 2 * EDGE) + EDGE;
  // Time runs in the direction of reading.
  const x = (at: number) => (page.dir === 'rtl' ? width - at : at);
  const now = along(page.now);
  const years = yearsBetween(first, last, wide ? 8 : 4);
  return (
    <svg
      class={`kn-fig kn-time ${wide ? 'kn-wide' : 'kn-narrow'}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {years.map((year) => {
        const at = x(along(new Date(Date.UTC(year, 0, 1))));
        return (
          <g>
            <path class="kn-time-year" d={`M${at} ${HEAD - 8}V${bottom}`} />
            <text x={at} y={16} text-anchor="middle">
              {String(year)}
            </text>
          </g>
        );
      })}
      <path class="kn-time-now" d={`M${x(now)} ${HEAD - 8}V${bottom}`} />
      <text x={x(Math.min(now, width - HALF_WORD))} y={height - 7} text-anchor="middle">
        {today}
      </text>
      {lines.map(({ name, from, to, moments, state }, i) => {
        const y = HEAD + i * STEP + STEP / 2;
        return (
          <g>
            <text x={x(0)} y={y + 5}>
              {name}
            </text>
            <path class="kn-time-line" d={`M${x(along(from))} ${y}H${x(along(to))}`} />
            {[...moments, { at: to, state }].map((moment) => (
              <circle cx={x(along(moment.at))} cy={y} r={RADIUS} data-as={moment.state} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function yearsBetween(first: number, last: number, most: number): number[] {
  const [from, to] = [new Date(first).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const every = Math.max(1, Math.ceil((to - from + 1) / most));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i).filter(
    (year) => (year - from) % every === 0,
  );
}

import type { Child } from 'hono/jsx';

export interface Bar {
  label: Child;
  /** The figure in words; it stands beside the bar. */
  value: Child;
  /** Length, from 0 to 1. */
  share: number;
  /** What somebody said, what was found or has arrived, the rest. */
  as: 'said' | 'found' | 'rest';
}

interface BarsProps {
  title: Child;
  dir: 'ltr' | 'rtl';
  bars: readonly Bar[];
}

const LENGTH = 240;

/** A few figures as bars of one scale. The words and figures are text; the drawing only repeats them. */
export function Bars({ title, dir, bars }: BarsProps) {
  return (
    <figure class="kn-bars">
      <figcaption>{title}</figcaption>
      <dl>
        {bars.map(({ label, value, share, as }) => {
          const width = Math.max(share * LENGTH, share > 0 ? 2 : 0);
          return (
            <div>
              <dt>{label}</dt>
              <dd>
                <bdi class="kn-num">{value}</bdi>
                <svg
                  viewBox={`0 0 ${LENGTH} 8`}
                  preserveAspectRatio="none"
                  aria-hidden="true"
                  focusable="false"
                  data-as={as}
                >
                  <rect x={dir === 'rtl' ? LENGTH - width : 0} y="0" width={width} height="8" />
                </svg>
              </dd>
            </div>
          );
        })}
      </dl>
    </figure>
  );
}

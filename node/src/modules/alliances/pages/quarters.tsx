import type { PageContext } from '../../../kernel/web/page.ts';
import { Details, Table } from '../../../ui/index.ts';
import { DEEDS, type Quarter } from '../life/activity.ts';
import { quarterWords } from './words.ts';

const HEIGHT = 180;
const TOP = 26;
const FOOT = 44;

/** What the alliance did, by quarter: a drawing, and the same figures in a table. Nobody is compared with anybody. */
export function Quarters({ page, quarters }: { page: PageContext; quarters: readonly Quarter[] }) {
  const total = quarters.reduce((sum, { total: one }) => sum + one, 0);
  const label = page.t('alliances.quarters-label', { count: total, quarters: quarters.length });
  return (
    <div class="kn-flow">
      <Bars page={page} quarters={quarters} label={label} size="wide" />
      <Bars page={page} quarters={quarters.slice(-4)} label={label} size="narrow" />
      <Details summary={page.t('alliances.quarters-table')}>
        <Table
          id="quarters"
          caption={page.t('alliances.quarters-caption')}
          columns={[
            { label: page.t('alliances.quarter-column') },
            ...DEEDS.map((deed) => ({ label: page.t(`alliances.deeds.${deed}`), numeric: true })),
          ]}
          rows={quarters
            .toReversed()
            .map(({ quarter, counts }) => [
              quarterWords(page, quarter),
              ...DEEDS.map((deed) => <bdi>{page.format.number(counts[deed])}</bdi>),
            ])}
        />
      </Details>
    </div>
  );
}

interface BarsProps {
  page: PageContext;
  quarters: readonly Quarter[];
  label: string;
  size: 'wide' | 'narrow';
}

/** Columns on one base line; the number of each stands on it. */
function Bars({ page, quarters, label, size }: BarsProps) {
  const width = size === 'wide' ? 688 : 328;
  const step = width / quarters.length;
  const highest = Math.max(1, ...quarters.map(({ total }) => total));
  const base = HEIGHT - FOOT;
  return (
    <svg
      class={`kn-fig kn-columns kn-${size}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <path class="kn-columns-base" d={`M0 ${base}H${width}`} />
      {quarters.map(({ quarter, total }, i) => {
        const height = ((base - TOP) * total) / highest;
        const place = page.dir === 'rtl' ? quarters.length - 1 - i : i;
        const middle = step * (place + 0.5);
        const [year, number] = quarter.split('-Q');
        return (
          <g>
            <rect x={middle - step / 4} y={base - height} width={step / 2} height={height} />
            <text x={middle} y={base - height - 8} text-anchor="middle">
              {page.format.number(total)}
            </text>
            <text x={middle} y={base + 20} text-anchor="middle">
              {page.t('alliances.quarter-short', { number: number ?? '' })}
            </text>
            <text class="kn-columns-year" x={middle} y={base + 38} text-anchor="middle">
              {year}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

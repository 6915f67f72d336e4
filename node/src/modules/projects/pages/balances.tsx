import type { PageContext } from '../../../kernel/web/page.ts';
import { Bars } from '../../../ui/index.ts';
import type { UnitBalance } from '../ledger/balances.ts';
import { amountWords, unitWords } from './words.ts';

/** What was promised, what has arrived and what was used, of each unit: the same figures as in the table. */
export function BalanceCharts({ page, balances }: { page: PageContext; balances: readonly UnitBalance[] }) {
  return (
    <div class="kn-bars-set">
      {balances.map((balance) => (
        <Chart page={page} balance={balance} />
      ))}
    </div>
  );
}

function Chart({ page, balance }: { page: PageContext; balance: UnitBalance }) {
  const { unit, pledged, contributed, available, spent } = balance;
  const rows = [
    { name: 'pledged', value: pledged, as: 'said' },
    { name: 'contributed', value: contributed, as: 'said' },
    { name: 'received', value: available + spent, as: 'found' },
    { name: 'spent', value: spent, as: 'rest' },
  ] as const;
  const most = rows.reduce((max, { value }) => (value > max ? value : max), 1n);
  return (
    <Bars
      title={unitWords(page, unit)}
      dir={page.dir}
      bars={rows.map(({ name, value, as }) => ({
        label: page.t(`projects.ledger.${name}`),
        value: amountWords(page, value, unit),
        // In thousandths of the longest: only a drawing.
        share: Number((value * 1000n) / most) / 1000,
        as,
      }))}
    />
  );
}

/** One measured figure beside the peer that it is compared with, both from the same run. */
export interface Figure {
  what: string;
  on: string;
  value: number;
  unit: string;
  /** What it is compared with, and that peer's figure in the same unit. */
  peer?: { name: string; value: number };
  /** The figure aimed at; a rate must reach it, anything else stay below. */
  goal?: number;
}

const LOWER_IS_BETTER = new Set(['ms', 's', 'B', 'kB', 'MB']);

/** The figures as a table in Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    figure.on,
    amount(figure.value, figure.unit),
    figure.peer ? `${figure.peer.name}: ${amount(figure.peer.value, figure.unit)}` : '',
    figure.peer ? ratio(figure.value / figure.peer.value) : '',
    figure.goal === undefined
      ? ''
      : `${goalWord(figure.unit)} ${amount(figure.goal, figure.unit)}: ${reached(figure) ? 'yes' : `no, ${shortfall(figure)}`}`,
  ]);
  const head = ['what', 'on', 'measured', 'peer in the same run', 'ratio', 'goal'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

export function reached({ value, goal, unit }: Figure): boolean {
  return goal === undefined || (LOWER_IS_BETTER.has(unit) ? value <= goal : value >= goal);
}

function goalWord(unit: string): string {
  return LOWER_IS_BETTER.has(unit) ? '≤' : '≥';
}

function shortfall({ value, goal = 0 }: Figure): string {
  const percent = Math.round(Math.abs(value / goal - 1) * 100);
  return `${percent} % ${value > goal ? 'over' : 'short'}`;
}

function ratio(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`;
}

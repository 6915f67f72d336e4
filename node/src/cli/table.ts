/** Rows as aligned columns; the last column is not padded. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, i) => (i === head.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns on a terminal: wide letters of East Asian scripts take two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(letter) ? 2 : 1),
    0,
  );
}

/** "2026-11-24 13:58" in UTC, or a dash. */
export function moment(value: string | null | undefined): string {
  return value ? `${value.slice(0, 10)} ${value.slice(11, 16)}` : '-';
}

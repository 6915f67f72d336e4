import type { Child } from 'hono/jsx';

export interface Column {
  label: Child;
  /** Numbers stand at the end edge, in figures of one width. */
  numeric?: boolean;
}

interface TableProps {
  /** Unique on the page. */
  id: string;
  /** What the table shows and in which order. */
  caption: Child;
  columns: readonly Column[];
  /** The first cell of each row is its header. */
  rows: ReadonlyArray<readonly Child[]>;
}

/**
 * A table in a region of its own that scrolls sideways where it must, also with the keyboard. On phones each row is a
 * block, and each cell says again which column it stands in.
 */
export function Table({ id, caption, columns, rows }: TableProps) {
  return (
    <section class="kn-scroll" tabindex={0} aria-labelledby={`${id}-caption`}>
      <table class="ds-table" data-color="neutral" data-size="sm" id={id}>
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, i) =>
                i === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td data-numeric={columns[i]?.numeric || undefined} data-label={labelOf(columns[i])}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function labelOf(column: Column | undefined): string | undefined {
  return typeof column?.label === 'string' ? column.label : undefined;
}

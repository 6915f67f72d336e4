import type { Child } from 'hono/jsx';

/** Something that few readers need, one press away. */
export function Details({
  summary,
  open = false,
  children,
}: {
  summary: Child;
  open?: boolean;
  children: Child;
}) {
  return (
    <details class="ds-details" data-color="neutral" open={open || undefined}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  );
}

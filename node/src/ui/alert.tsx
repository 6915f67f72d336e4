import type { Child } from 'hono/jsx';

interface AlertProps {
  color: 'info' | 'success' | 'warning' | 'danger';
  title?: Child;
  children: Child;
}

/** The state of the page's subject in one sentence. At most one a page, and only where it matters. */
export function Alert({ color, title, children }: AlertProps) {
  return (
    <div class="ds-alert" data-color={color} role="note">
      {title !== undefined && (
        <h2 class="ds-heading" data-size="xs">
          {title}
        </h2>
      )}
      {title === undefined ? <p>{children}</p> : <p class="kn-text">{children}</p>}
    </div>
  );
}

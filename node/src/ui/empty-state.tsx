import type { Child } from 'hono/jsx';

interface EmptyStateProps {
  title: Child;
  /** What will be here. */
  children?: Child;
  /** The one thing to do. */
  action?: Child;
}

/** A place without content yet: what will be here, and the one thing to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="kn-empty kn-flow">
      <svg class="kn-empty-thread" viewBox="0 0 120 32" aria-hidden="true" focusable="false">
        <path d="M0 16h44M76 16h44" />
        <circle cx="60" cy="16" r="14.7" />
      </svg>
      <h2 class="ds-heading" data-size="xs">
        {title}
      </h2>
      {children !== undefined && <p class="kn-text">{children}</p>}
      {action !== undefined && <p>{action}</p>}
    </div>
  );
}

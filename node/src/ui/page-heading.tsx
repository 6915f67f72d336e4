import type { Child } from 'hono/jsx';

interface PageHeadingProps {
  /** Kind and origin, small, above the title. */
  over?: Child;
  children: Child;
  /** One or two sentences under the title. */
  lead?: Child;
}

/** The page's one h1 with what belongs to it. */
export function PageHeading({ over, children, lead }: PageHeadingProps) {
  return (
    <div class="kn-heading">
      {over !== undefined && <p class="kn-muted">{over}</p>}
      <h1 class="ds-heading" data-size="xl">
        {children}
      </h1>
      {lead !== undefined && <p class="kn-lead kn-text">{lead}</p>}
    </div>
  );
}

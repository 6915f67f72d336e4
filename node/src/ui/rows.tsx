import type { Child } from 'hono/jsx';

/** Rows parted by hairlines; each child is a `<Row>`. `even`: on wide screens the end takes half of the line. */
export function Rows({ even = false, children }: { even?: boolean; children: Child }) {
  return (
    <ul class="kn-list kn-rows" data-even={even || undefined}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** Kind or origin, small, above the title. */
  over?: Child;
  /** A seal before the title, where the row is about a node. */
  mark?: Child;
  title: Child;
  /** Absent: the title is no link. */
  href?: string;
  /** An item whose check failed keeps its place, but its title is not bold. */
  doubtful?: boolean;
  /** One line under the title. */
  children?: Child;
  /** The short thread. */
  provenance?: Child;
  /** Fact or deadline, at the end of the line. */
  end?: Child;
  /** Level of the title; rows stand under an h2 by default. */
  level?: 2 | 3;
}

/** One item of a list. */
export function Row({
  over,
  mark,
  title,
  href,
  doubtful = false,
  children,
  provenance,
  end,
  level = 3,
}: RowProps) {
  const Heading = `h${level}` as const;
  const heading = (
    <Heading class="kn-title" data-doubtful={doubtful || undefined}>
      {href === undefined ? (
        title
      ) : (
        <a class="ds-link" href={href}>
          {title}
        </a>
      )}
    </Heading>
  );
  return (
    <li>
      <div>
        {over !== undefined && <p class="kn-small kn-muted">{over}</p>}
        {mark === undefined ? (
          heading
        ) : (
          <div class="kn-marked">
            {mark}
            {heading}
          </div>
        )}
        {children !== undefined && <p>{children}</p>}
        {provenance}
      </div>
      {end !== undefined && <div class="kn-end">{end}</div>}
    </li>
  );
}

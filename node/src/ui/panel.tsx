import type { Child } from 'hono/jsx';

interface PanelProps {
  title?: Child;
  /** Level of the title. */
  level?: 2 | 3;
  /** Colour of the top edge: verdigris for what is checked, mulberry for what one can do, red for a failed check. */
  edge?: 'plain' | 'thread' | 'act' | 'alarm';
  children: Child;
}

/** A tinted block with one edge on top, for asides. */
export function Panel({ title, level = 2, edge = 'plain', children }: PanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section class="kn-panel kn-flow" data-edge={edge}>
      {title !== undefined && (
        <Heading class="ds-heading" data-size="2xs">
          {title}
        </Heading>
      )}
      {children}
    </section>
  );
}

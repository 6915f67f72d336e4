import type { Child } from 'hono/jsx';

export interface ChainStep {
  /** A `<Seal>` or a `<Dot>`. */
  mark: Child;
  title: Child;
  detail?: Child;
  /** The thread to the next step is not closed yet. */
  open?: boolean;
}

/** Steps along the thread, from top to bottom: who signed, who checked, what follows. */
export function Chain({ steps }: { steps: readonly ChainStep[] }) {
  return (
    <ol class="kn-list kn-chain">
      {steps.map((step) => (
        <li data-next={step.open ? 'open' : undefined}>
          {step.mark}
          <strong>{step.title}</strong>
          {step.detail !== undefined && <small>{step.detail}</small>}
        </li>
      ))}
    </ol>
  );
}

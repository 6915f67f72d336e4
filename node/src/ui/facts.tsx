import type { Child } from 'hono/jsx';

export interface Fact {
  label: Child;
  value: Child;
}

/** Up to four facts in a row, or one below the other in an aside (`stacked`). */
export function Facts({ facts, stacked = false }: { facts: readonly Fact[]; stacked?: boolean }) {
  return (
    <dl class="kn-facts" data-stacked={stacked || undefined}>
      {facts.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

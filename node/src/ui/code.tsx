/** Something to type or to compare, always left to right. `label` names it for those who do not see it. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <section class="kn-code" dir="ltr" tabindex={0} aria-label={label}>
      <pre>
        <code>{children}</code>
      </pre>
    </section>
  );
}

/** A fingerprint cut to what people compare at a glance; downloads hold the whole of it. */
export function Fingerprint({ value }: { value: string }) {
  return (
    <code class="kn-print" dir="ltr">
      {value.length > 12 ? `${value.slice(0, 4)}…${value.slice(-4)}` : value}
    </code>
  );
}

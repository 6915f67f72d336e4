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

/** A fingerprint cut to what people compare at a glance, without the padding of base64; downloads hold the whole of it. */
export function Fingerprint({ value }: { value: string }) {
  const print = value.replace(/=+$/, '');
  return (
    <code class="kn-print" dir="ltr">
      {print.length > 12 ? `${print.slice(0, 4)}…${print.slice(-4)}` : print}
    </code>
  );
}

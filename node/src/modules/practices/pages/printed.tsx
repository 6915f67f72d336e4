import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { CodeBlock, Say } from '../../../ui/index.ts';

interface PrintedProps {
  page: PageContext;
  provenance: Provenance;
  jti: string;
}

/** What a printed copy ends with: the record, and how to check it. */
export function Printed({ page, provenance, jti }: PrintedProps) {
  return (
    <>
      <p>
        <Say
          page={page}
          id="practices.print.record"
          args={{ index: provenance.index === null ? '' : page.format.number(provenance.index) }}
          with={{ who: provenance.origin.name, jti: <code dir="ltr">{jti}</code> }}
        />
      </p>
      <CodeBlock
        label={page.t('practices.print.command')}
      >{`curl -sO ${page.self.node}/records/${jti}/receipt && koinon verify receipt`}</CodeBlock>
    </>
  );
}

import type { PageContext } from '../../../kernel/web/index.ts';
import { CodeBlock, Panel, Say } from '../../../ui/index.ts';
import type { RecordView } from '../read.ts';

/** Name of the file in which a receipt is saved. */
export function receiptName(record: RecordView): string {
  return `record-${record.provenance.index}.tlog-proof`;
}

export function command(record: RecordView): string {
  return `koinon verify \\\n  ${receiptName(record)}`;
}

/** What the program answers where everything holds, line for line. */
function expected({ provenance, proof }: RecordView): string {
  const cosigned = proof?.cosigned.length ?? 0;
  const known = Math.max(cosigned, provenance.cosigners.length);
  return [
    `OK  signed by ${provenance.origin.host}`,
    `OK  in the log, ${provenance.index} of ${proof?.size}`,
    `OK  cosigned by ${cosigned} of ${known}`,
  ].join('\n');
}

/** The receipt, the command, and the answer that it must give. */
export function CheckYourself({ page, record }: { page: PageContext; record: RecordView }) {
  if (record.proof === null) {
    return (
      <Panel title={page.t('records.check.title')} edge="act">
        <p>{page.t('records.check.not-yet')}</p>
        <p>
          <a class="ds-link" href={`/records/${record.jti}`}>
            {page.t('records.check.again')}
          </a>
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={page.t('records.check.title')} edge="act">
      <p>{page.t('records.check.lead')}</p>
      <ol class="kn-steps">
        <li>
          {page.t('records.check.download')}
          <p>
            <a class="ds-button" href={`/records/${record.jti}/receipt`} download={receiptName(record)}>
              {page.t('records.check.receipt', { size: page.format.bytes(record.proof.receiptBytes) })}
            </a>
          </p>
        </li>
        <li>
          {page.t('records.check.run')}
          <CodeBlock label={page.t('records.check.command')}>{command(record)}</CodeBlock>
        </li>
        <li>
          {page.t('records.check.answer')}
          <CodeBlock label={page.t('records.check.answer')}>{expected(record)}</CodeBlock>
        </li>
      </ol>
      <p class="kn-small">
        <Say
          page={page}
          id="records.check.program"
          with={{
            get: (
              <a class="ds-link" href="/how-checking-works#program">
                {page.t('records.check.get')}
              </a>
            ),
            other: (
              <a class="ds-link" href="/how-checking-works#others">
                {page.t('records.check.other')}
              </a>
            ),
          }}
        />
      </p>
    </Panel>
  );
}

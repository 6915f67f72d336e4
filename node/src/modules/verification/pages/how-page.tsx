import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/index.ts';
import { CodeBlock, Layout, PageHeading, Say } from '../../../ui/index.ts';
import type { Example } from '../read.ts';
import { OtherSoftware } from './other-software.tsx';
import { SealsTable } from './seals.tsx';

/** How checking works, for somebody who is tired: the idea, the seals, three checks, and what no check can tell. */
export function HowPage({ page, example }: { page: PageContext; example: Example | null }) {
  const title = page.t('ui.foot.checking');
  return (
    <Layout page={page} title={title} door="partners">
      <PageHeading lead={page.t('verification.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Heading page={page} id="idea" />
        <ol class="kn-steps kn-text">
          {['sign', 'log', 'partners', 'you'].map((step) => (
            <li>{page.t(`verification.idea-${step}`)}</li>
          ))}
        </ol>
        <Heading page={page} id="seals" />
        <p class="kn-text">{page.t('verification.seals-text')}</p>
        <SealsTable page={page} />
        <Heading page={page} id="record" />
        <CheckRecord page={page} example={example} />
        <Heading page={page} id="log" />
        <CheckLog page={page} />
        <Heading page={page} id="program" />
        <p class="kn-text">{page.t('verification.program-text')}</p>
        <CodeBlock label={page.t('verification.program')}>
          {`npm ci\nnpm run koinon -- verify ${receiptFile(example)}`}
        </CodeBlock>
        <p class="kn-text">{page.t('verification.program-keys')}</p>
        <Heading page={page} id="others" />
        <OtherSoftware page={page} />
        <Heading page={page} id="limits" />
        <ul class="ds-list kn-text">
          {['true', 'silent', 'all'].map((limit) => (
            <li>{page.t(`verification.limits-${limit}`)}</li>
          ))}
        </ul>
        <Heading page={page} id="fails" />
        <p class="kn-text">{page.t('verification.fails-text')}</p>
      </div>
    </Layout>
  );
}

function Heading({ page, id }: { page: PageContext; id: string }) {
  return (
    <h2 class="ds-heading" data-size="sm" id={id}>
      {page.t(`verification.${id}`)}
    </h2>
  );
}

function receiptFile(example: Example | null): string {
  return `record-${example?.index ?? 12}.tlog-proof`;
}

function CheckRecord({ page, example }: { page: PageContext; example: Example | null }): Child {
  return (
    <ol class="kn-steps kn-text">
      <li>
        {page.t('verification.record-receipt')}{' '}
        {example !== null && (
          <a class="ds-link kn-whole" href={`/records/${example.jti}`}>
            {page.t('verification.record-example', { index: example.index })}
          </a>
        )}
      </li>
      <li>
        {page.t('verification.record-run')}
        <CodeBlock label={page.t('verification.record')}>{`koinon verify ${receiptFile(example)}`}</CodeBlock>
      </li>
      <li>{page.t('verification.record-answer')}</li>
    </ol>
  );
}

function CheckLog({ page }: { page: PageContext }) {
  const nodes = [page.self, ...page.thread.partners];
  return (
    <>
      <p class="kn-text">{page.t('verification.log-text')}</p>
      <CodeBlock label={page.t('verification.log')}>
        {nodes.map((face) => `koinon log verify ${face.node}/log/`).join('\n')}
      </CodeBlock>
      <p class="kn-text">
        <Say
          page={page}
          id="verification.log-prior"
          with={{ save: <code dir="ltr">--save</code>, prior: <code dir="ltr">--prior</code> }}
        />
      </p>
    </>
  );
}

import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/index.ts';
import { CodeBlock, type Crumb, Layout, PageHeading, Say } from '../../../ui/index.ts';
import type { RecordView } from '../read.ts';
import { CheckYourself, command } from './check-yourself.tsx';
import { RecordDetails } from './record-details.tsx';
import { RecordNotice } from './record-notice.tsx';
import { recordSentence } from './sentence.tsx';
import { RecordThread } from './thread.tsx';

/** One record: what it did, who checked it, and how to check it oneself. */
export function RecordPage({ page, record }: { page: PageContext; record: RecordView }) {
  const { provenance, jti } = record;
  const { index, origin, own } = provenance;
  const title =
    index === null
      ? page.t('records.title-pending')
      : page.t(own ? 'records.title' : 'records.title-partner', { index, who: origin.name });
  const faces = [origin, ...provenance.cosigners.map((cosigner) => cosigner.face)];
  return (
    <Layout
      page={page}
      title={title}
      door="partners"
      crumbs={[own ? ourLog(page) : theirPage(origin)]}
      faces={faces}
      {...(own ? {} : { canonical: `${origin.node}/records/${jti}` })}
      {...(provenance.state === 'pending' ? { refresh: 20 } : {})}
      alternates={[{ type: 'application/json', href: `/records/${jti}.json` }]}
      print={<Printed page={page} record={record} />}
    >
      <PageHeading lead={<Lead page={page} record={record} />}>{title}</PageHeading>
      <RecordNotice page={page} record={record} />
      <div class="kn-cols" data-side="wide">
        <div class="kn-flow">
          <h2 class="ds-heading" data-size="sm">
            {page.t('records.thread')}
          </h2>
          <RecordThread page={page} record={record} />
          <RecordDetails page={page} record={record} />
        </div>
        <aside class="kn-aside">
          <CheckYourself page={page} record={record} />
          <Erase page={page} record={record} />
        </aside>
      </div>
    </Layout>
  );
}

/** For staff: asks first, and says what goes and what stays. */
function Erase({ page, record: { provenance, jti, kind } }: { page: PageContext; record: RecordView }) {
  const erasable = provenance.own && provenance.state !== 'erased' && !kind.startsWith('kernel/');
  if (!erasable || !page.may('kernel.erase')) return null;
  return (
    <p class="kn-small">
      <a class="ds-link" href={`/staff/approvals/ask/record.erase?record=${jti}`}>
        {page.t('records.erase')}
      </a>
    </p>
  );
}

function ourLog(page: PageContext): Crumb {
  return { label: page.t('records.our-log'), href: '/log' };
}

function theirPage(origin: { name: string; host: string }): Crumb {
  return { label: <bdi>{origin.name}</bdi>, href: `/partners/${origin.host}` };
}

/** "Montaluz: published the practice …" for partners; our own acts speak for themselves. */
function Lead({ page, record }: { page: PageContext; record: RecordView }): Child {
  const sentence = recordSentence(page, record, true);
  if (record.provenance.own) return sentence;
  return (
    <Say
      page={page}
      id="records.by"
      with={{ who: record.provenance.origin.name, sentence: <>{sentence}</> }}
    />
  );
}

function Printed({ page, record }: { page: PageContext; record: RecordView }) {
  return (
    <>
      <p>
        <bdi>{record.logOrigin}</bdi> {record.provenance.index ?? ''}{' '}
        <code dir="ltr">{record.leaf ?? record.jti}</code>
      </p>
      {record.proof !== null && (
        <CodeBlock label={page.t('records.check.command')}>{command(record)}</CodeBlock>
      )}
    </>
  );
}

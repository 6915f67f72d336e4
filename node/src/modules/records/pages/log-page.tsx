import type { PageContext } from '../../../kernel/web/index.ts';
import {
  addressWith,
  CodeBlock,
  EmptyState,
  Facts,
  Fingerprint,
  Layout,
  Num,
  PageHeading,
  Pagination,
  ProvenanceLine,
  Row,
  Rows,
  Time,
} from '../../../ui/index.ts';
import type { LogList } from '../read-log.ts';
import { recordSentence } from './sentence.tsx';

/** Everything that this node has done in public, in order. */
export function LogPage({ page, list }: { page: PageContext; list: LogList }) {
  const title = page.t('records.log.title');
  return (
    <Layout page={page} title={title} door="partners">
      <PageHeading lead={page.t('records.log.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        {list.checkpoint !== null && <Head page={page} list={list} checkpoint={list.checkpoint} />}
        <h2 class="ds-heading" data-size="sm">
          {page.t('records.log.newest')}
        </h2>
        {list.items.length === 0 ? (
          <EmptyState title={page.t('records.log.empty')}>{page.t('records.log.empty-text')}</EmptyState>
        ) : (
          <Rows>
            {list.items.map((item) => (
              <Row
                over={page.t('ui.provenance.record-number', { index: item.index })}
                title={recordSentence(page, item)}
                href={item.provenance.recordPath}
                provenance={<ProvenanceLine page={page} provenance={item.provenance} link={false} />}
              />
            ))}
          </Rows>
        )}
        <Pagination
          page={page}
          first={list.first ? undefined : '/log'}
          next={list.next === null ? undefined : addressWith(page, { after: list.next })}
          nextLabel={page.t('records.log.older')}
          firstLabel={page.t('records.log.newest-link')}
        />
        <h2 class="ds-heading" data-size="sm">
          {page.t('records.log.check')}
        </h2>
        <p class="kn-text">{page.t('records.log.check-text')}</p>
        <CodeBlock
          label={page.t('records.log.command')}
        >{`koinon log verify ${page.self.node}/log/`}</CodeBlock>
      </div>
    </Layout>
  );
}

interface HeadProps {
  page: PageContext;
  list: LogList;
  checkpoint: NonNullable<LogList['checkpoint']>;
}

function Head({ page, list, checkpoint }: HeadProps) {
  return (
    <Facts
      facts={[
        { label: page.t('records.log.size'), value: <Num page={page} value={list.size} /> },
        {
          label: page.t('records.log.signed'),
          value: checkpoint.at === null ? '–' : <Time page={page} value={checkpoint.at} />,
        },
        { label: page.t('records.log.root'), value: <Fingerprint value={checkpoint.root} /> },
        { label: page.t('records.log.name'), value: <code dir="ltr">{list.origin}</code> },
      ]}
    />
  );
}

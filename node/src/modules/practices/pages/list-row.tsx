import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { LangTextView, ProvenanceLine, Row, Time } from '../../../ui/index.ts';
import type { PracticeRow } from '../read.ts';
import { words } from '../words.ts';
import { faceOf } from './faces.ts';

interface PracticeListRowProps {
  page: PageContext;
  item: PracticeRow;
  provenance: Provenance | null;
}

export function PracticeListRow({ page, item, provenance }: PracticeListRowProps) {
  return (
    <Row
      over={
        <>
          <bdi>{faceOf(page, item.node).name}</bdi> · {words(page, 'topic', item.topics)}
        </>
      }
      title={<LangTextView page={page} text={item.title} />}
      href={item.path}
      doubtful={provenance?.state === 'failed'}
      provenance={provenance && <ProvenanceLine page={page} provenance={provenance} link={false} />}
      end={
        <>
          <strong>{page.t('practices.row.adoptions', { count: item.adoptions })}</strong>
          <p class="kn-small kn-muted">
            <Time page={page} value={item.publishedAt} as="date" />
          </p>
        </>
      }
    >
      <LangTextView page={page} text={item.summary} />
    </Row>
  );
}

import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { LangTextView, ProvenanceLine, Row } from '../../../ui/index.ts';
import type { PracticeRow } from '../read.ts';
import { word, words } from '../words.ts';

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
          <bdi>{faceOf(page, item.node).name}</bdi>
          {words(page, 'topic', item.topics).map((topic) => ` · ${topic}`)}
        </>
      }
      title={<LangTextView page={page} text={item.title} />}
      href={item.path}
      doubtful={provenance?.state === 'failed'}
      provenance={provenance && <ProvenanceLine page={page} provenance={provenance} link={false} />}
      end={
        <>
          <strong>{page.t('practices.row.adoptions', { count: item.adoptions })}</strong>
          <p class="kn-small kn-muted">{word(page, 'stage', item.stage)}</p>
        </>
      }
    >
      <LangTextView page={page} text={item.summary} />
    </Row>
  );
}

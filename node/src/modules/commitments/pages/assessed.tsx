import { pathHere } from '../../../kernel/log/headline.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Say } from '../../../ui/index.ts';
import type { Assessment } from '../assessment.ts';

/** Which status report an assessment is about, as it is shown here. */
export function Assessed({ page, body }: { page: PageContext; body: Pick<Assessment, 'report'> }) {
  if (body.report === undefined) return null;
  const { origin: node, pathname } = new URL(body.report.sub);
  return (
    <>
      <h2 class="ds-heading" data-size="2xs">
        {page.t('commitments.field.report')}
      </h2>
      <p>
        <a class="ds-link" href={pathHere(pathname, node, node === page.self.node)}>
          <Say page={page} id="commitments.by.report" with={{ who: faceOf(page, node).name }} />
        </a>
      </p>
    </>
  );
}

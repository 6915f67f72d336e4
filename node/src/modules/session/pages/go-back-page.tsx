import type { NodeFace, PageContext } from '../../../kernel/web/index.ts';
import { Layout, PageHeading, Say, Seal } from '../../../ui/index.ts';

interface GoBackPageProps {
  page: PageContext;
  asking: NodeFace;
  agreed: boolean;
  /** Path of this node that leads to the other one. */
  path: string;
}

/** A plain link back: a form must not lead to another site (CSP form-action). */
export function GoBackPage({ page, asking, agreed, path }: GoBackPageProps) {
  const title = page.t(agreed ? 'session.back.agreed' : 'session.back.declined');
  return (
    <Layout page={page} title={title} faces={[asking]} noindex>
      <PageHeading over={<Seal face={asking} as="signed" />}>{title}</PageHeading>
      <div class="kn-flow">
        <p class="kn-text">{page.t(agreed ? 'session.back.agreed-text' : 'session.back.declined-text')}</p>
        <p>
          <a class="ds-button" href={path}>
            <Say page={page} id="session.back.link" with={{ who: asking.name }} />
          </a>
        </p>
      </div>
    </Layout>
  );
}

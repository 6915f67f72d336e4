import type { PageContext } from '../../../kernel/web/page.ts';
import { CodeBlock, Layout, PageHeading, Table } from '../../../ui/index.ts';

const INTERFACES = [
  ['log', '/log/checkpoint'],
  ['keys', '/.well-known/jwks.json'],
  ['node', '/.well-known/koinon'],
  ['api', '/api'],
  ['openapi', '/api/v1/openapi.json'],
] as const;

/** All that can be downloaded here, without asking anybody. */
export function OpenDataPage({ page }: { page: PageContext }) {
  const title = page.t('home.open-data.title');
  return (
    <Layout page={page} title={title}>
      <PageHeading lead={page.t('home.open-data.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <h2 class="ds-heading" data-size="sm">
          {page.t('home.open-data.all')}
        </h2>
        <p class="kn-text">{page.t('home.open-data.all-text')}</p>
        <CodeBlock label={page.t('home.open-data.command')}>
          {`koinon log export ${page.self.host.replace(/[^A-Za-z0-9.]/g, '-')} ${page.self.node}/log/`}
        </CodeBlock>
        <h2 class="ds-heading" data-size="sm">
          {page.t('home.open-data.interfaces')}
        </h2>
        <Table
          id="interfaces"
          caption={page.t('home.open-data.interfaces-caption')}
          columns={[{ label: page.t('home.open-data.address') }, { label: page.t('home.open-data.what') }]}
          rows={INTERFACES.map(([name, path]) => [
            <a class="ds-link" href={path} dir="ltr">
              {path}
            </a>,
            page.t(`home.open-data.is-${name}`),
          ])}
        />
        <p class="kn-text">{page.t('home.open-data.machines')}</p>
        <h2 class="ds-heading" data-size="sm">
          {page.t('home.open-data.use')}
        </h2>
        <p class="kn-text">{page.t('home.open-data.use-text')}</p>
      </div>
    </Layout>
  );
}

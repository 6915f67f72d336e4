import type { PageContext } from '../../../kernel/web/index.ts';
import { CodeBlock, Facts, Layout, PageHeading, Table } from '../../../ui/index.ts';
import type { ErrorCode, RouteGroup } from '../read.ts';
import { EXAMPLE_ARGUMENTS } from '../read.ts';

interface ApiPageProps {
  page: PageContext;
  groups: readonly RouteGroup[];
  codes: readonly ErrorCode[];
}

const RULES = ['reading', 'writing', 'lists', 'acts', 'repeats', 'updates', 'problems', 'limits'] as const;

/** What programs can ask of this node. The machine-readable description is the same, generated from the same schemas. */
export function ApiPage({ page, groups, codes }: ApiPageProps) {
  const { t } = page;
  return (
    <Layout page={page} title={t('api.title')} description={t('api.lead')}>
      <PageHeading lead={t('api.lead')}>{t('api.title')}</PageHeading>
      <div class="kn-flow kn-text">
        <p>
          <a class="ds-link" href="/api/v1/openapi.json">
            {t('api.openapi')}
          </a>
        </p>
        <CodeBlock label={t('api.example')}>{`curl ${page.self.node}${firstPath(groups)}`}</CodeBlock>
        <h2 class="ds-heading" data-size="md">
          {t('api.rules')}
        </h2>
        <Facts
          stacked
          facts={RULES.map((rule) => ({ label: t(`api.${rule}`), value: t(`api.${rule}-text`) }))}
        />
      </div>
      {groups.map((group) => (
        <RouteTable page={page} group={group} />
      ))}
      <CodeTable page={page} codes={codes} />
    </Layout>
  );
}

function firstPath(groups: readonly RouteGroup[]): string {
  const list = groups
    .flatMap((group) => group.routes)
    .find(({ method, path }) => method === 'get' && !path.includes('{'));
  return list === undefined ? '/api/v1/openapi.json' : `/api/v1${list.path}`;
}

function RouteTable({ page, group }: { page: PageContext; group: RouteGroup }) {
  const { t } = page;
  const rows = group.routes.map(({ method, path, summary, permission }) => [
    <code dir="ltr">
      {method.toUpperCase()} /api/v1{path}
    </code>,
    <span lang="en" dir="ltr">
      {summary}
    </span>,
    permission === undefined ? t('api.everybody') : <code dir="ltr">{permission}</code>,
  ]);
  return (
    <section class="kn-flow kn-section">
      <h2 class="ds-heading" data-size="md" id={`routes-${group.module}`}>
        <code dir="ltr">{group.module}</code>
      </h2>
      <Table
        id={`table-${group.module}`}
        caption={
          <>
            <code dir="ltr">{group.module}</code> · {t('api.routes')}
          </>
        }
        columns={[{ label: t('api.route') }, { label: t('api.does') }, { label: t('api.permission') }]}
        rows={rows}
      />
    </section>
  );
}

/** Each code is the target of the `type` of its problems (RFC 9457, 3.1.1). */
function CodeTable({ page, codes }: { page: PageContext; codes: readonly ErrorCode[] }) {
  const { t } = page;
  return (
    <section class="kn-flow kn-section">
      <h2 class="ds-heading" data-size="md" id="codes">
        {t('api.codes')}
      </h2>
      <Table
        id="table-codes"
        caption={t('api.codes-caption')}
        columns={[{ label: t('api.code') }, { label: t('api.sentence') }]}
        rows={codes.map(({ code, message }) => [
          <code dir="ltr" id={code}>
            {code}
          </code>,
          t(message, EXAMPLE_ARGUMENTS),
        ])}
      />
    </section>
  );
}

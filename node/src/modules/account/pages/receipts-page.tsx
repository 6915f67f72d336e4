import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, Layout, PageHeading, Pagination, Row, Rows, Say, Time } from '../../../ui/index.ts';
import type { OwnRecord } from '../read/own-records.ts';

interface ReceiptsPageProps {
  page: PageContext;
  records: readonly OwnRecord[];
  first: boolean;
  next: string | null;
}

/** The records that a person published, each with its receipt. */
export function ReceiptsPage({ page, records, first, next }: ReceiptsPageProps) {
  const title = page.t('account.receipts.title');
  return (
    <Layout page={page} title={title} crumbs={[{ label: page.t('account.title'), href: '/account' }]} noindex>
      <PageHeading lead={page.t('account.receipts.lead')}>{title}</PageHeading>
      {records.length === 0 ? (
        <EmptyState title={page.t('account.receipts.none')}>
          {page.t('account.receipts.none-text')}
        </EmptyState>
      ) : (
        <Rows>
          {records.map((record) => (
            <Row
              title={titleOf(page, record)}
              href={`/records/${record.jti}`}
              level={2}
              end={
                record.logged ? (
                  <a class="ds-link" href={`/records/${record.jti}/receipt`} download>
                    {page.t('account.receipts.download')}
                  </a>
                ) : (
                  page.t('account.receipts.waiting')
                )
              }
            >
              <Time page={page} value={record.at} />
              {record.process !== null && (
                <>
                  {' · '}
                  <Say
                    page={page}
                    id="account.receipts.pseudonym"
                    with={{
                      process: (
                        <a class="ds-link" href={record.process}>
                          <bdi>{record.process}</bdi>
                        </a>
                      ),
                    }}
                  />
                </>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <Pagination
        page={page}
        first={first ? undefined : '/account/receipts'}
        next={next === null ? undefined : `/account/receipts?after=${next}`}
      />
    </Layout>
  );
}

function titleOf(page: PageContext, { headline, kind }: OwnRecord) {
  if (headline === null) return <bdi dir="ltr">{kind}</bdi>;
  return page.t(headline.message, { title: pickText(headline.title, page.locale).text });
}

import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/index.ts';
import {
  EmptyState,
  Layout,
  Num,
  PageHeading,
  Row,
  Rows,
  reasonWords,
  Say,
  Seal,
  type SealState,
  type Status,
  Tag,
  Time,
} from '../../../ui/index.ts';
import type { PartnerSummary } from '../read/partners.ts';

/** All partners, and the other pages behind this door. */
export function PartnersPage({ page, partners }: { page: PageContext; partners: readonly PartnerSummary[] }) {
  const title = page.t('ui.door.partners');
  const current = partners.filter(({ partner }) => partner.state !== 'removed');
  const former = partners.filter(({ partner }) => partner.state === 'removed');
  const links = page.navigation.filter((link) => link.door === 'partners' && link.path !== '/partners');
  return (
    <Layout page={page} title={title} door="partners" atDoor faces={partners.map(({ partner }) => partner)}>
      <PageHeading lead={page.t('partners.lead')}>{title}</PageHeading>
      <div class="kn-flow">
        {current.length === 0 ? (
          <EmptyState title={page.t('partners.empty')}>{page.t('partners.empty-text')}</EmptyState>
        ) : (
          <Rows>
            {current.map((summary) => (
              <PartnerRow page={page} summary={summary} />
            ))}
          </Rows>
        )}
        {former.length > 0 && (
          <>
            <h2 class="ds-heading" data-size="sm">
              {page.t('partners.former')}
            </h2>
            <Rows>
              {former.map((summary) => (
                <PartnerRow page={page} summary={summary} />
              ))}
            </Rows>
          </>
        )}
        <h2 class="ds-heading" data-size="sm">
          {page.t('partners.more')}
        </h2>
        <Rows>
          {links.map((link) => (
            <Row title={page.t(link.label)} href={link.path}>
              {link.about === undefined ? undefined : page.t(link.about)}
            </Row>
          ))}
        </Rows>
      </div>
    </Layout>
  );
}

interface Look {
  seal: SealState;
  status: Status;
}

const LOOKS: Record<string, Look> = {
  agrees: { seal: 'cosigned', status: 'agrees' },
  waiting: { seal: 'waiting', status: 'waiting' },
  unreachable: { seal: 'waiting', status: 'unreachable' },
  alarm: { seal: 'failed', status: 'not-confirmed' },
  removed: { seal: 'plain', status: 'closed' },
};

function PartnerRow({ page, summary }: { page: PageContext; summary: PartnerSummary }) {
  const { partner } = summary;
  // The thread has already judged who is out of reach; a former partner is not on it.
  const state = page.thread.partners.find((one) => one.node === partner.node)?.state ?? 'removed';
  const look = LOOKS[state] as Look;
  return (
    <Row
      level={2}
      over={partner.profile.body === undefined ? undefined : <bdi>{partner.profile.body}</bdi>}
      mark={<Seal face={partner} as={look.seal} />}
      title={<bdi>{partner.name}</bdi>}
      href={`/partners/${partner.host}`}
      doubtful={state === 'alarm'}
      end={
        <>
          <Tag page={page} status={look.status}>
            {state === 'alarm' ? reasonWords(page, partner.frozenCode) : undefined}
          </Tag>
          {partner.lastOkAt !== null && (
            <p class="kn-small kn-muted">
              <Say
                page={page}
                id="partners.checked"
                with={{ when: <Time page={page} value={partner.lastOkAt} /> }}
              />
            </p>
          )}
        </>
      }
    >
      <Words page={page} summary={summary} />
    </Row>
  );
}

function Words({ page, summary }: { page: PageContext; summary: PartnerSummary }): Child {
  const { size, witnessing, refused } = summary;
  return (
    <>
      <Say
        page={page}
        id="partners.records"
        args={{ count: size }}
        with={{ size: <Num page={page} value={size} /> }}
      />{' '}
      {page.t('partners.cosigned', { count: witnessing.length })}{' '}
      {refused > 0 && page.t('partners.refused-count', { count: refused })}
    </>
  );
}

import type { PageContext } from '../../../kernel/web/index.ts';
import {
  Details,
  Facts,
  Fingerprint,
  LangTextBlock,
  LangTextView,
  Layout,
  Num,
  PageHeading,
  Table,
  Time,
} from '../../../ui/index.ts';
import type { AllianceView, Member } from '../read/alliances.ts';

/** An alliance that this node hosts: what it is for, who belongs to it, and how to check its word. */
export function AlliancePage({ page, view }: { page: PageContext; view: AllianceView }) {
  const { alliance, members, kids, chairName } = view;
  const { charter, successor, slug } = alliance;
  const title = charter.title[page.locale] ?? charter.title[charter.title.source] ?? slug;
  return (
    <Layout page={page} title={title} door="partners">
      <PageHeading>
        <LangTextView page={page} text={charter.title} />
      </PageHeading>
      {successor !== null && (
        <p class="kn-text">
          {page.t('alliances.moved')}{' '}
          <a class="ds-link" href={successor} dir="ltr">
            {successor}
          </a>
        </p>
      )}
      <Facts
        facts={[
          { label: page.t('alliances.members'), value: <Num page={page} value={members.length} /> },
          { label: page.t('alliances.chair'), value: <bdi>{chairName}</bdi> },
          {
            label: page.t('alliances.founded'),
            value: <Time page={page} value={alliance.created_at} as="date" />,
          },
        ]}
      />
      <div class="kn-flow kn-section">
        <h2 class="ds-heading" data-size="sm">
          {page.t('alliances.charter')}
        </h2>
        <LangTextBlock page={page} text={charter.text} />
        {charter.principles.length > 0 && (
          <>
            <h2 class="ds-heading" data-size="sm">
              {page.t('alliances.principles')}
            </h2>
            <ul class="ds-list kn-text">
              {charter.principles.map((principle) => (
                <li>
                  <LangTextView page={page} text={principle} />
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 class="ds-heading" data-size="sm">
          {page.t('alliances.members')}
        </h2>
        <Members page={page} slug={slug} members={members} />
        <Details summary={page.t('alliances.check')}>
          <p class="kn-text">{page.t('alliances.check-text')}</p>
          <ul class="ds-list">
            {kids.map((kid) => (
              <li>
                <Fingerprint value={kid} />
              </li>
            ))}
          </ul>
          <p>
            <a class="ds-link" href={`/alliances/${slug}/.well-known/openid-federation`}>
              {page.t('alliances.statement')}
            </a>
          </p>
        </Details>
      </div>
    </Layout>
  );
}

/** Who belongs to an alliance, since when, and what it lets each of them do. */
export function Members({
  page,
  slug,
  members,
}: {
  page: PageContext;
  slug: string;
  members: readonly Member[];
}) {
  return (
    <Table
      id="members"
      caption={page.t('alliances.members-caption')}
      columns={[
        { label: page.t('alliances.member-name') },
        { label: page.t('alliances.since') },
        { label: page.t('alliances.may') },
      ]}
      rows={members.map(({ name, page: path, since, marks }) => [
        path === null ? (
          <bdi>{name}</bdi>
        ) : (
          <a class="ds-link" href={path}>
            <bdi>{name}</bdi>
          </a>
        ),
        <Time page={page} value={since} as="date" />,
        marks.length === 0
          ? page.t('alliances.no-marks')
          : marks.map((mark, i) => (
              <>
                {i > 0 && ' · '}
                <a class="ds-link" href={`/alliances/${slug}/marks/${mark}`}>
                  {markName(page, mark)}
                </a>
              </>
            )),
      ])}
    />
  );
}

const KNOWN = new Set(['votes-across-borders', 'shares-threat-reports']);

/** What people call a mark; one of the alliance's own is called as it calls it. */
export function markName(page: PageContext, name: string) {
  return KNOWN.has(name) ? page.t(`alliances.mark.${name}`) : <code dir="ltr">{name}</code>;
}

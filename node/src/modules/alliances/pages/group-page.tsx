import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import {
  Chain,
  Facts,
  LangTextBlock,
  LangTextView,
  PageHeading,
  ProvenanceFull,
  Row,
  Rows,
  Seal,
  Time,
} from '../../../ui/index.ts';
import { isMemberAt } from '../life/members.ts';
import type { GroupLife, Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { ItemNotice } from './item-notice.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { PrincipleLinks } from './principle-links.tsx';
import { nameOf } from './words.ts';

interface GroupPageProps {
  page: PageContext;
  life: Life;
  group: GroupLife;
  counts: boolean;
  provenance: Provenance | null;
}

/** A thematic group: what it is to do, who leads and who takes part, its meetings and what was given to it. */
export function GroupPage({ page, life, group, counts, provenance }: GroupPageProps) {
  const { row } = group;
  const { title, mandate, principles, start, end, leads } = row.body;
  const meetings = life.meetings.filter(({ body }) => body.group?.sub === row.sub);
  const contributions = life.contributions.filter(({ body }) => body.group?.sub === row.sub);
  return (
    <Frame
      page={page}
      life={life}
      title={pickText(title, page.locale).text}
      canonical={row.own ? undefined : row.sub}
      alternates={[{ type: 'application/json', href: `${row.path}.json` }]}
    >
      <PageHeading over={page.t('alliances.by.group', { who: nameOf(page, row.node) })}>
        <LangTextView page={page} text={title} />
      </PageHeading>
      <ItemNotice page={page} row={row} provenance={provenance} counts={counts} />
      {(start !== undefined || end !== undefined) && (
        <Facts
          facts={[
            {
              label: page.t('alliances.period'),
              value: <bdi>{page.format.period(start, end)}</bdi>,
            },
          ]}
        />
      )}
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <LangTextBlock page={page} text={mandate} />
          <PrincipleLinks page={page} life={life} keys={principles ?? []} />
          <h2 class="ds-heading" data-size="sm">
            {page.t('alliances.meetings')}
          </h2>
          {meetings.length === 0 ? (
            <p class="kn-text">{page.t('alliances.no-meetings')}</p>
          ) : (
            <Rows>
              {meetings.map((meeting) => (
                <MeetingRow page={page} meeting={meeting} />
              ))}
            </Rows>
          )}
          {contributions.length > 0 && (
            <>
              <h2 class="ds-heading" data-size="sm">
                {page.t('alliances.contributions')}
              </h2>
              <Rows>
                {contributions.map(({ body, node, id }) => (
                  <Row
                    over={<bdi>{nameOf(page, node)}</bdi>}
                    title={<LangTextView page={page} text={body.title} />}
                    href={`${life.alliance.path}/contributions#c-${id}`}
                  />
                ))}
              </Rows>
            </>
          )}
        </div>
        <aside class="kn-aside kn-flow" aria-label={page.t('alliances.group-members')}>
          <h2 class="ds-heading" data-size="2xs">
            {page.t('alliances.group-members')}
          </h2>
          <Takers page={page} group={group} />
          <GroupActions page={page} life={life} group={group} />
          {leads.length > 0 && provenance && <ProvenanceFull page={page} provenance={provenance} />}
        </aside>
      </div>
    </Frame>
  );
}

/** Leads first, those too that have not said yes; then all others that take part. */
function Takers({ page, group: { row, members } }: { page: PageContext; group: GroupLife }) {
  const leads = row.body.leads.map(({ node }) => node);
  const joined = new Map(members.map((one) => [one.node, one]));
  const nodes = [...new Set([...leads, ...joined.keys()])];
  return (
    <Chain
      steps={nodes.map((node, i) => {
        const one = joined.get(node);
        const next = nodes[i + 1];
        return {
          mark: <Seal face={faceOf(page, node)} as={one === undefined ? 'waiting' : 'signed'} />,
          title: (
            <>
              <bdi>{nameOf(page, node)}</bdi>
              {leads.includes(node) && ` (${page.t('alliances.leads')})`}
            </>
          ),
          detail:
            one === undefined ? (
              page.t('alliances.lead-waiting')
            ) : (
              <>
                <Time page={page} value={one.publishedAt} as="date" />
                {one.body.part !== undefined && (
                  <>
                    <br />
                    <LangTextView page={page} text={one.body.part} />
                  </>
                )}
              </>
            ),
          open: next !== undefined && !joined.has(next),
        };
      })}
    />
  );
}

function GroupActions({
  page,
  life: { periods, successor },
  group: { row, members },
}: {
  page: PageContext;
  life: Life;
  group: GroupLife;
}) {
  const member = isMemberAt(periods, page.self.node, page.now) && successor === null;
  if (!member || row.state !== 'live' || !page.may('alliances.publish')) return null;
  const own = members.find((one) => one.own);
  return (
    <p class="kn-actions">
      {own === undefined ? (
        <a class="ds-button" href={`${row.path}/join`}>
          {page.t('alliances.join-group')}
        </a>
      ) : (
        <a class="ds-link" href={`${own.path}/withdraw`}>
          {page.t('alliances.leave-group')}
        </a>
      )}
      {row.own && (
        <>
          <a class="ds-link" href={`${row.path}/revise`}>
            {page.t('alliances.revise')}
          </a>
          <a class="ds-link" href={`${row.path}/withdraw`}>
            {page.t('alliances.withdraw')}
          </a>
        </>
      )}
    </p>
  );
}

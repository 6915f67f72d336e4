import { momentOf } from '../../../kernel/calendar/index.ts';
import { feedLinks } from '../../../kernel/feed/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  Details,
  Facts,
  Fingerprint,
  LangTextBlock,
  LangTextView,
  Layout,
  Num,
  PageHeading,
  Panel,
  Row,
  Rows,
  Time,
} from '../../../ui/index.ts';
import { activityByQuarter } from '../life/activity.ts';
import { isMemberAt, membersAt } from '../life/members.ts';
import { type Happening, happeningsOf, type MembersWork } from '../read/deeds.ts';
import type { Life } from '../read/life.ts';
import { facesOf } from './frame.tsx';
import { GroupRows } from './group-rows.tsx';
import { MeetingRow } from './meeting-row.tsx';
import { MemberName, Members } from './members.tsx';
import { Quarters } from './quarters.tsx';
import { SignersLine } from './signers.tsx';
import { StandingTag } from './standing-tag.tsx';
import { nameOf } from './words.ts';

const RECENT = 8;

/** An alliance at a glance: who chairs it, what binds its members, what is under way, and what it did. */
export function AlliancePage({ page, life, work }: { page: PageContext; life: Life; work: MembersWork }) {
  const { alliance, successor, periods, chair } = life;
  const { charter } = alliance.latest.body;
  const title = pickText(charter.title, page.locale).text;
  const happenings = happeningsOf(life, work).filter(({ at }) => at <= page.now);
  return (
    <Layout
      page={page}
      title={title}
      door="partners"
      crumbs={[{ label: page.t('alliances.nav'), href: '/alliances' }]}
      faces={facesOf(page, life)}
      {...(alliance.host.own ? {} : { canonical: alliance.id })}
      alternates={[
        ...feedLinks(alliance.path, '', title),
        { type: 'application/json', href: `${alliance.path}.json` },
        { type: 'text/calendar', href: `${alliance.path}/meetings.ics` },
      ]}
    >
      <PageHeading over={page.t('alliances.hosted-by', { who: nameOf(page, alliance.host.node) })}>
        <LangTextView page={page} text={charter.title} />
      </PageHeading>
      {successor !== null && (
        <Alert color="info" title={page.t('alliances.moved')}>
          <a class="ds-link" href={successor.path}>
            <bdi dir="ltr">{successor.id}</bdi>
          </a>
        </Alert>
      )}
      <Facts
        facts={[
          {
            label: page.t('alliances.members'),
            value: <Num page={page} value={membersAt(periods, page.now).length} />,
          },
          {
            label: page.t('alliances.chair'),
            value:
              chair === null ? (
                page.t('alliances.chair-nobody')
              ) : (
                <MemberName page={page} node={chair.node} />
              ),
          },
          {
            label: page.t('alliances.founded'),
            value: <Time page={page} value={alliance.founded} as="date" />,
          },
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <LangTextBlock page={page} text={charter.text} />
          <Principles page={page} life={life} work={work} />
          <Declarations page={page} life={life} />
          <h2 class="ds-heading" data-size="sm">
            {page.t('alliances.groups')}
          </h2>
          <GroupRows page={page} groups={life.groups.slice(0, 5)} />
          {life.groups.length > 5 && (
            <p>
              <a class="ds-link" href={`${alliance.path}/groups`}>
                {page.t('alliances.all-groups')}
              </a>
            </p>
          )}
          <h2 class="ds-heading" data-size="sm" id="activity">
            {page.t('alliances.activity')}
          </h2>
          <Quarters page={page} quarters={activityByQuarter(happenings, page.now)} />
          <HappeningRows page={page} happenings={happenings.slice(0, RECENT)} />
          <p class="kn-inline kn-small">
            <a class="ds-link" href={`${alliance.path}/contributions`}>
              {page.t('alliances.contributions')}
            </a>
            <a class="ds-link" href={`${alliance.path}/feed.atom`}>
              {page.t('alliances.feed')}
            </a>
            <a class="ds-link" href={`${alliance.path}.json`}>
              {page.t('alliances.json')}
            </a>
          </p>
          <h2 class="ds-heading" data-size="sm">
            {page.t('alliances.members')}
          </h2>
          <Members page={page} life={life} />
          <Check page={page} life={life} />
        </div>
        <aside class="kn-aside kn-flow" aria-label={page.t('alliances.now')}>
          <Chair page={page} life={life} />
          <NextMeeting page={page} life={life} />
          <Actions page={page} life={life} />
        </aside>
      </div>
    </Layout>
  );
}

function Principles({
  page,
  life: { alliance, inForce, charters },
  work,
}: {
  page: PageContext;
  life: Life;
  work: MembersWork;
}) {
  const open = charters.find(({ standing }) => standing.state === 'waiting');
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.principles')}
      </h2>
      {inForce === null ? (
        <>
          {alliance.latest.body.charter.principles.length > 0 && (
            <ul class="ds-list kn-text">
              {alliance.latest.body.charter.principles.map((principle) => (
                <li>
                  <LangTextView page={page} text={principle} />
                </li>
              ))}
            </ul>
          )}
          <p class="kn-text">{page.t('alliances.no-charter')}</p>
        </>
      ) : (
        <ol class="ds-list kn-text">
          {inForce.row.body.principles.map(({ key, title }) => {
            const count = work.practices.filter(({ body }) => body.principles?.includes(key)).length;
            return (
              <li>
                <a class="ds-link" href={`${alliance.path}/charter#${key}`}>
                  <LangTextView page={page} text={title} />
                </a>
                {count > 0 && (
                  <span class="kn-small kn-muted"> {page.t('alliances.practices-count', { count })}</span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {inForce !== null && <SignersLine page={page} standing={inForce.standing} />}
      <p class="kn-inline">
        <a class="ds-link" href={`${alliance.path}/charter`}>
          {page.t('alliances.charter-page')}
        </a>
        {open !== undefined && (
          <a class="ds-link" href={open.row.path}>
            {page.t('alliances.charter-waiting')}
          </a>
        )}
      </p>
    </>
  );
}

function Declarations({ page, life: { alliance, declarations } }: { page: PageContext; life: Life }) {
  const shown = declarations.filter(({ standing: { state } }) => state === 'adopted' || state === 'waiting');
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.declarations')}
      </h2>
      {shown.length === 0 ? (
        <p class="kn-text">{page.t('alliances.no-declarations')}</p>
      ) : (
        <Rows>
          {shown.slice(0, 5).map(({ row, standing }) => (
            <Row
              title={<LangTextView page={page} text={row.body.title} />}
              href={row.path}
              end={<StandingTag page={page} state={standing.state} />}
              provenance={<SignersLine page={page} standing={standing} />}
            />
          ))}
        </Rows>
      )}
      <p>
        <a class="ds-link" href={`${alliance.path}/declarations`}>
          {page.t('alliances.all-declarations')}
        </a>
      </p>
    </>
  );
}

/** What was done, each with its kind, who did it and when. */
export function HappeningRows({ page, happenings }: { page: PageContext; happenings: readonly Happening[] }) {
  if (happenings.length === 0) return <p class="kn-text">{page.t('alliances.no-activity')}</p>;
  return (
    <Rows>
      {happenings.map(({ deed, title, node, path, at }) => (
        <Row
          over={page.t(`alliances.deed.${deed}`, { who: nameOf(page, node) })}
          title={<LangTextView page={page} text={title} />}
          href={path}
          end={<Time page={page} value={at} as="date" />}
        />
      ))}
    </Rows>
  );
}

function Chair({ page, life: { alliance, chair } }: { page: PageContext; life: Life }) {
  return (
    <Panel title={page.t('alliances.chair')} edge="thread">
      {chair === null ? (
        <p>{page.t('alliances.chair-nobody')}</p>
      ) : (
        <>
          <p>
            <MemberName page={page} node={chair.node} />
          </p>
          {chair.acting && <p>{page.t('alliances.chair-acting')}</p>}
          {chair.next !== null && <p>{page.t('alliances.chair-next', { who: nameOf(page, chair.next) })}</p>}
        </>
      )}
      <p>
        <a class="ds-link" href={`${alliance.path}/chair`}>
          {page.t('alliances.chair-page')}
        </a>
      </p>
    </Panel>
  );
}

function NextMeeting({ page, life: { alliance, meetings } }: { page: PageContext; life: Life }) {
  const next = meetings.findLast(({ body }) => momentOf(body.end, body.zone) >= page.now);
  return (
    <Panel title={page.t('alliances.next-meeting')}>
      {next === undefined ? (
        <p>{page.t('alliances.no-next-meeting')}</p>
      ) : (
        <Rows>
          <MeetingRow page={page} meeting={next} />
        </Rows>
      )}
      <p>
        <a class="ds-link" href={`${alliance.path}/meetings`}>
          {page.t('alliances.meetings')}
        </a>
      </p>
    </Panel>
  );
}

/** What staff of a member can begin here. */
function Actions({ page, life: { alliance, periods, chair, successor } }: { page: PageContext; life: Life }) {
  const member = isMemberAt(periods, page.self.node, page.now) && successor === null;
  if (!member || !page.may('alliances.publish')) return null;
  const charters = chair?.node === page.self.node || alliance.host.own;
  const acts = ['declarations', 'meetings', 'groups', 'contributions', ...(charters ? ['charter'] : [])];
  return (
    <Panel title={page.t('alliances.act')} edge="act">
      <ul class="ds-list">
        {acts.map((act) => (
          <li>
            <a class="ds-link" href={`${alliance.path}/${act}/new`}>
              {page.t(`alliances.act.${act}`)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Check({ page, life: { alliance } }: { page: PageContext; life: Life }) {
  const { keys } = alliance.latest.body.keys;
  return (
    <Details summary={page.t('alliances.check')}>
      <p class="kn-text">{page.t('alliances.check-text')}</p>
      <ul class="ds-list">
        {keys.map(({ kid }) => (
          <li>
            <Fingerprint value={String(kid)} />
          </li>
        ))}
      </ul>
      <p>
        <a class="ds-link" href={`${alliance.id}/.well-known/openid-federation`}>
          {page.t('alliances.statement')}
        </a>
      </p>
    </Details>
  );
}

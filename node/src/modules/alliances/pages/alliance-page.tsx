import { feedLinks } from '../../../kernel/feed/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  Facts,
  LangTextBlock,
  LangTextView,
  Layout,
  Num,
  PageHeading,
  Time,
} from '../../../ui/index.ts';
import { activityByQuarter } from '../life/activity.ts';
import { membersAt } from '../life/members.ts';
import { happeningsOf, type MembersWork } from '../read/deeds.ts';
import type { Life } from '../read/life.ts';
import { AllianceActions } from './alliance-actions.tsx';
import { AllianceCheck } from './alliance-check.tsx';
import { ChairPanel, NextMeetingPanel } from './alliance-now.tsx';
import { DeclarationsPart } from './declarations-part.tsx';
import { facesOf } from './frame.tsx';
import { GroupRows } from './group-rows.tsx';
import { HappeningRows } from './happening-rows.tsx';
import { MemberName, Members } from './members.tsx';
import { PrinciplesPart } from './principles-part.tsx';
import { Quarters } from './quarters.tsx';
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
          <PrinciplesPart page={page} life={life} work={work} />
          <DeclarationsPart page={page} life={life} />
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
          <AllianceCheck page={page} life={life} />
        </div>
        <aside class="kn-aside kn-flow" aria-label={page.t('alliances.now')}>
          <ChairPanel page={page} life={life} />
          <NextMeetingPanel page={page} life={life} />
          <AllianceActions page={page} life={life} />
        </aside>
      </div>
    </Layout>
  );
}

import { momentOf } from '../../../kernel/calendar/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, PageHeading, Rows } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import type { RowOf } from '../read/rows.ts';
import { Frame } from './frame.tsx';
import { MeetingRow } from './meeting-row.tsx';

/** Meetings of an alliance: those to come, the next one first, and those that were, the latest first. */
export function MeetingsPage({ page, life }: { page: PageContext; life: Life }) {
  const title = page.t('alliances.meetings');
  const ahead = (meeting: RowOf<'meeting'>) => momentOf(meeting.body.end, meeting.body.zone) >= page.now;
  const coming = life.meetings.filter(ahead).toReversed();
  const past = life.meetings.filter((meeting) => !ahead(meeting));
  const calendar = `${life.alliance.path}/meetings.ics`;
  return (
    <Frame page={page} life={life} title={title} alternates={[{ type: 'text/calendar', href: calendar }]}>
      <PageHeading lead={page.t('alliances.meetings-lead')}>{title}</PageHeading>
      {life.meetings.length === 0 ? (
        <EmptyState title={page.t('alliances.no-meetings')}>{page.t('alliances.meetings-lead')}</EmptyState>
      ) : (
        <div class="kn-flow">
          <Part page={page} title="alliances.meetings-coming" meetings={coming} />
          <Part page={page} title="alliances.meetings-past" meetings={past} />
          <p>
            <a class="ds-link" href={calendar}>
              {page.t('alliances.calendar')}
            </a>
          </p>
        </div>
      )}
    </Frame>
  );
}

function Part({
  page,
  title,
  meetings,
}: {
  page: PageContext;
  title: string;
  meetings: readonly RowOf<'meeting'>[];
}) {
  if (meetings.length === 0) return null;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t(title)}
      </h2>
      <Rows>
        {meetings.map((meeting) => (
          <MeetingRow page={page} meeting={meeting} />
        ))}
      </Rows>
    </>
  );
}

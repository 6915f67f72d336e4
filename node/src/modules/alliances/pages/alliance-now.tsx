import { momentOf } from '../../../kernel/calendar/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Panel, Rows } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { MeetingRow } from './meeting-row.tsx';
import { MemberName } from './members.tsx';
import { nameOf } from './words.ts';

/** Who has the chair, and who is next. */
export function ChairPanel({ page, life: { alliance, chair } }: { page: PageContext; life: Life }) {
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

/** The next meeting that is announced. */
export function NextMeetingPanel({ page, life: { alliance, meetings } }: { page: PageContext; life: Life }) {
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

import { momentOf } from '../../../kernel/calendar/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Row } from '../../../ui/index.ts';
import type { RowOf } from '../read/rows.ts';
import { meetingTime, word } from './words.ts';

interface MeetingRowProps {
  page: PageContext;
  meeting: RowOf<'meeting'>;
  level?: 2 | 3;
}

/** A meeting in a list: level, title, when by its own clocks, where. */
export function MeetingRow({ page, meeting: { body, path }, level = 3 }: MeetingRowProps) {
  return (
    <Row
      level={level}
      over={word(page, 'level', body.level)}
      title={<LangTextView page={page} text={body.title} />}
      href={path}
    >
      <time datetime={momentOf(body.start, body.zone).toISOString()}>{meetingTime(page, body)}</time>
      {body.place !== undefined && (
        <>
          {' · '}
          <LangTextView page={page} text={body.place} />
        </>
      )}
    </Row>
  );
}

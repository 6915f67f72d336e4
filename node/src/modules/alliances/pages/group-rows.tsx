import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Row, Rows } from '../../../ui/index.ts';
import type { GroupLife } from '../read/life.ts';

interface GroupRowsProps {
  page: PageContext;
  groups: readonly GroupLife[];
  level?: 2 | 3;
}

/** Thematic groups, each with how many take part. */
export function GroupRows({ page, groups, level = 3 }: GroupRowsProps) {
  if (groups.length === 0) return <p class="kn-text">{page.t('alliances.no-groups')}</p>;
  return (
    <Rows>
      {groups.map(({ row, members }) => (
        <Row
          level={level}
          title={<LangTextView page={page} text={row.body.title} />}
          href={row.path}
          end={page.t('alliances.members-count', { count: new Set(members.map(({ node }) => node)).size })}
        >
          <LangTextView page={page} text={row.body.mandate} />
        </Row>
      ))}
    </Rows>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { PageHeading } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { GroupRows } from './group-rows.tsx';

/** Thematic groups of an alliance, the newest first. */
export function GroupsPage({ page, life }: { page: PageContext; life: Life }) {
  const title = page.t('alliances.groups');
  return (
    <Frame page={page} life={life} title={title}>
      <PageHeading lead={page.t('alliances.groups-lead')}>{title}</PageHeading>
      <GroupRows page={page} groups={life.groups} level={2} />
    </Frame>
  );
}

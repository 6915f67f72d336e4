import type { PageContext } from '../../../kernel/web/page.ts';
import { PageHeading } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { Members, markName } from './members.tsx';

/** What a trust mark means, and who has it: at the host the address of this page is the type of the mark. */
export function MarkPage({ page, life, name }: { page: PageContext; life: Life; name: string }) {
  return (
    <Frame page={page} life={life} title={page.t('alliances.mark-title')}>
      <PageHeading lead={page.t('alliances.mark-lead')}>{markName(page, name)}</PageHeading>
      <Members page={page} life={life} mark={name} />
    </Frame>
  );
}

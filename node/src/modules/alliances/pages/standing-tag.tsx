import type { PageContext } from '../../../kernel/web/page.ts';
import { type Status, Tag } from '../../../ui/index.ts';
import type { Standing } from '../life/signing.ts';

const STATUS = {
  adopted: 'done',
  waiting: 'waiting',
  withdrawn: 'withdrawn',
  void: 'none',
} as const satisfies Record<Standing['state'], Status>;

/** Whether a text of all is adopted: sign, word, colour. */
export function StandingTag({ page, state }: { page: PageContext; state: Standing['state'] }) {
  return (
    <Tag page={page} status={STATUS[state]}>
      {page.t(`alliances.standing.${state}`)}
    </Tag>
  );
}

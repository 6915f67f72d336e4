import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { concerns, type Notice, type NoticeSpan, readNotices } from '../../../kernel/notices/index.ts';
import type { Followed } from '../followed.ts';

const DAY_MS = 86_400_000;
/** What a page or feed looks back on. */
const SHOWN_DAYS = 30;

/** News of what one account follows. */
export function newsFor(kernel: Kernel, account: string, span: NoticeSpan): Promise<Notice[]> {
  const followed = sql<boolean>`exists (
    select 1 from notifications_followed f where f.account = ${account} and (
      f.sort = 'subject' and f.value = any(n.subjects)
      or f.sort = 'topic' and f.value = any(n.topics)
      or f.sort = 'node' and f.value = n.node
    )
  )`;
  return readNotices(kernel, followed, span);
}

/** News of one thing, one topic or one country. */
export function newsOf(kernel: Kernel, { sort, value }: Followed, span: NoticeSpan): Promise<Notice[]> {
  return readNotices(kernel, concerns[sort](value), span);
}

/** The last month. */
export function lately({ clock }: Pick<Kernel, 'clock'>, limit: number): NoticeSpan {
  return { since: new Date(clock.now().getTime() - SHOWN_DAYS * DAY_MS), limit };
}

import { pickText } from '../../../kernel/i18n/locale.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { FollowedThing } from '../followed.ts';

/** What is followed, in the reader's language where it can be. */
export function thingName(page: PageContext, { sort, value, title }: FollowedThing): string {
  return sort === 'topic' ? topicWord(page.t, value) : pickText(title, page.locale).text;
}

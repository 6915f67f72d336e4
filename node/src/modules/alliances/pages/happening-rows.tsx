import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Row, Rows, Time } from '../../../ui/index.ts';
import type { Happening } from '../read/deeds.ts';
import { nameOf } from './words.ts';

/** What was done, each with its kind, who did it and when. */
export function HappeningRows({ page, happenings }: { page: PageContext; happenings: readonly Happening[] }) {
  if (happenings.length === 0) return <p class="kn-text">{page.t('alliances.no-activity')}</p>;
  return (
    <Rows>
      {happenings.map(({ deed, title, node, path, at }) => (
        <Row
          over={page.t(`alliances.deed.${deed}`, { who: nameOf(page, node) })}
          title={<LangTextView page={page} text={title} />}
          href={path}
          end={<Time page={page} value={at} as="date" />}
        />
      ))}
    </Rows>
  );
}

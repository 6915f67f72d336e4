import type { PageContext } from '../../../kernel/web/page.ts';
import { clockWords, dayWords, zoneWords } from '../time/words.ts';

interface Span {
  start: Date;
  end: Date;
}

/** Day and clock of something in a zone, with the moment for machines. */
export function When({ page, span, zone }: { page: PageContext; span: Span; zone: string }) {
  return (
    <>
      <time datetime={span.start.toISOString()}>{dayWords(span.start, page.locale, zone)}</time>
      <br />
      <Clock page={page} span={span} zone={zone} />
    </>
  );
}

/** "09:00–17:30 · Tallinn (GMT+3)". */
export function Clock({ page, span, zone }: { page: PageContext; span: Span; zone: string }) {
  return (
    <>
      <bdi>{clockWords(span, page.locale, zone)}</bdi> · <bdi>{zoneWords(zone, span.start, page.locale)}</bdi>
    </>
  );
}

import { zoneWords } from '../../../kernel/calendar/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { clockOf, clockWords, dayWords } from '../time/words.ts';

interface Span {
  start: Date;
  end: Date;
}

/** Day and clock of something in a zone, with the moment for machines; what ends on another day has both days. */
export function When({ page, span, zone }: { page: PageContext; span: Span; zone: string }) {
  const [first, last] = [span.start, span.end].map((at) => dayWords(at, page.locale, zone));
  if (first === last) {
    return (
      <>
        <time datetime={span.start.toISOString()}>{first}</time>
        <br />
        <Clock page={page} span={span} zone={zone} />
      </>
    );
  }
  const clock = (at: Date) => <bdi>{clockOf(at, page.locale, zone)}</bdi>;
  return (
    <>
      <time datetime={span.start.toISOString()}>{first}</time>, {clock(span.start)} –
      <br />
      <time datetime={span.end.toISOString()}>{last}</time>, {clock(span.end)} ·{' '}
      <bdi>{zoneWords(zone, span.start, page.locale)}</bdi>
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

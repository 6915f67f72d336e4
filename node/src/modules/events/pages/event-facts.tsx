import { momentOf } from '../../../kernel/calendar/wall-time.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { type Fact, Facts, LangTextView } from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';
import { word } from '../words.ts';
import { When } from './when.tsx';

interface EventFactsProps {
  page: PageContext;
  item: EventItem;
  zone: string;
}

/** When, where, what sort, in which languages. */
export function EventFacts({ page, item: { event, occurrences }, zone }: EventFactsProps) {
  const { body } = event;
  const next = occurrences.find(({ end, cancelled }) => !cancelled && end > page.now);
  const span = next ?? { start: momentOf(body.start, body.zone), end: momentOf(body.end, body.zone) };
  const facts: (Fact | false)[] = [
    {
      label: page.t(body.recurrence !== undefined && next ? 'events.fact.next' : 'events.fact.when'),
      value: <When page={page} span={span} zone={zone} />,
    },
    { label: page.t('events.fact.where'), value: <Where page={page} body={body} /> },
    { label: page.t('events.fact.type'), value: word(page, 'type', body.type) },
    body.languages !== undefined &&
      body.languages.length > 0 && {
        label: page.t('events.fact.languages'),
        value: page.format.list(body.languages.map((language) => page.format.language(language))),
      },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

function Where({ page, body }: { page: PageContext; body: EventItem['event']['body'] }) {
  return (
    <>
      {word(page, 'mode', body.mode)}
      {(body.places ?? []).map(({ name }) => (
        <>
          <br />
          <LangTextView page={page} text={name} />
        </>
      ))}
    </>
  );
}

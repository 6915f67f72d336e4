import type { PageContext } from '../../../kernel/web/page.ts';
import { Panel, Say } from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';
import { clockOf, dayWords } from '../time/words.ts';
import { attendancesOf } from '../vocabulary.ts';

interface AttendPanelProps {
  page: PageContext;
  item: EventItem;
}

/** How one registers, how many have, and what oneself has said. */
export function AttendPanel({ page, item }: AttendPanelProps) {
  const { event, window, registration } = item;
  if (event.body.registration === undefined || event.state !== 'live') return null;
  return (
    <Panel title={page.t('events.attend.title')} edge="act">
      {event.own ? (
        <>
          {registration !== null && (
            <p>
              <strong>
                {registration.state === 'in'
                  ? page.t(`events.attend.you-are-in-${registration.attendance}`)
                  : page.t('events.attend.you-wait', { ahead: registration.ahead })}
              </strong>
            </p>
          )}
          <Numbers page={page} item={item} />
          <WindowWords page={page} item={item} />
          {(window.state === 'open' || registration !== null) && page.person?.type !== 'staff' && (
            <p>
              <a class="ds-button" href={wayToRegister(page, event.path)}>
                {page.t(registration === null ? 'events.attend.register' : 'events.attend.change')}
              </a>
            </p>
          )}
        </>
      ) : (
        <p>
          <Say
            page={page}
            id="events.attend.at-origin"
            with={{
              link: (
                <a class="ds-link" href={`${event.sub}/register`}>
                  {page.t('events.attend.at-origin-link')}
                </a>
              ),
            }}
          />
        </p>
      )}
    </Panel>
  );
}

/** Over the login, where nobody is logged in. */
function wayToRegister(page: PageContext, path: string): string {
  const register = `${path}/register`;
  return page.person === null ? `/sign-in?to=${encodeURIComponent(register)}` : register;
}

function Numbers({ page, item: { event, counts } }: AttendPanelProps) {
  const { mode, registration } = event.body;
  return (
    <ul class="ds-list">
      {attendancesOf(mode).map((way) => {
        const places = registration?.places?.[way];
        const { in: taken, waiting } = counts[way];
        return (
          <li>
            {places === undefined
              ? page.t(`events.attend.count-${way}`, { count: taken })
              : page.t(`events.attend.places-${way}`, { taken, places })}
            {waiting > 0 && ` ${page.t('events.attend.waiting', { count: waiting })}`}
          </li>
        );
      })}
    </ul>
  );
}

function WindowWords({ page, item: { event, window } }: AttendPanelProps) {
  const { zone } = event.body;
  const words = (at: Date) => `${dayWords(at, page.locale, zone)}, ${clockOf(at, page.locale, zone)}`;
  switch (window.state) {
    case 'open':
      return <p>{page.t('events.attend.until', { when: words(window.closes) })}</p>;
    case 'not-yet':
      return <p>{page.t('events.attend.from', { when: words(window.opens) })}</p>;
    case 'over':
      return <p>{page.t('events.attend.over')}</p>;
    case 'none':
      return null;
  }
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { FollowLink } from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';

/** What one can do with the event: follow it, and for those who run it, change it and see who comes. */
export function Actions({ page, item: { event, occurrences } }: { page: PageContext; item: EventItem }) {
  const { own, state, path, body, sub } = event;
  const publishes = own && state === 'live' && page.may('events.publish');
  const over = occurrences.some(({ end, cancelled }) => !cancelled && end <= page.now);
  const registrations = own && body.registration !== undefined && page.may('events.registrations', path);
  return (
    <p class="kn-actions">
      {publishes && (
        <a class="ds-button" data-variant="secondary" href={`${path}/revise`}>
          {page.t('events.action.revise')}
        </a>
      )}
      {registrations && (
        <a class="ds-link" href={`${path}/registrations`}>
          {page.t('events.action.registrations')}
        </a>
      )}
      {publishes && over && (
        <a class="ds-link" href={`${path}/outcome`}>
          {page.t('events.action.outcome')}
        </a>
      )}
      {publishes && (
        <a class="ds-link" href={`${path}/withdraw`}>
          {page.t('events.action.withdraw')}
        </a>
      )}
      {state === 'live' && <FollowLink page={page} subject={sub} />}
      <a class="ds-link" href={`${path}/history`}>
        {page.t('events.action.history')}
      </a>
    </p>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { FollowLink } from '../../../ui/index.ts';
import type { EventItem } from '../read.ts';

/** What one can do with the event: follow it, and for those who run it, see who comes. */
export function Actions({ page, item: { event } }: { page: PageContext; item: EventItem }) {
  const { own, path, body, state, sub } = event;
  const runs = own && body.registration !== undefined && page.may('events.registrations', path);
  return (
    <p class="kn-actions">
      {state === 'live' && <FollowLink page={page} subject={sub} />}
      {runs && (
        <a class="ds-link" href={`${path}/registrations`}>
          {page.t('events.action.registrations')}
        </a>
      )}
    </p>
  );
}

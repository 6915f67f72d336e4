import type { PageContext } from '../../../kernel/web/page.ts';
import type { EventItem } from '../read.ts';

/** What those who run the event can do with it. */
export function Actions({ page, item: { event } }: { page: PageContext; item: EventItem }) {
  const { own, path, body } = event;
  if (!own || body.registration === undefined || !page.may('events.registrations', path)) return null;
  return (
    <p class="kn-actions">
      <a class="ds-link" href={`${path}/registrations`}>
        {page.t('events.action.registrations')}
      </a>
    </p>
  );
}

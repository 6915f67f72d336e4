import { pickText } from '../../../kernel/i18n/locale.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Crumb } from '../../../ui/index.ts';
import type { Event } from '../event.ts';

export function eventsCrumb(page: PageContext): Crumb {
  return { label: page.t('events.nav'), href: '/events' };
}

/** The way to a page below an event. */
export function eventCrumbs(page: PageContext, { body, path }: Pick<SubjectRow<Event>, 'body' | 'path'>) {
  return [eventsCrumb(page), { label: pickText(body.title, page.locale).text, href: path }];
}

import { momentOf } from '../../../kernel/calendar/index.ts';
import { intlLocale } from '../../../kernel/i18n/intl-locale.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Crumb } from '../../../ui/index.ts';
import type { Meeting } from '../bodies/meeting.ts';
import type { SeenAlliance } from '../life/seen.ts';
import { ADOPTION_RULES, CONTRIBUTION_TYPES, MEETING_LEVELS, ROTATION_ORDERS } from '../vocabulary.ts';

const WORDS = {
  rule: ADOPTION_RULES,
  order: ROTATION_ORDERS,
  level: MEETING_LEVELS,
  type: CONTRIBUTION_TYPES,
} as const;

/** A word of a vocabulary in the reader's language; one that this version does not know is shown as it is. */
export function word(page: PageContext, of: keyof typeof WORDS, code: string): string {
  return (WORDS[of] as readonly string[]).includes(code) ? page.t(`alliances.${of}.${code}`) : code;
}

export function titleOf(page: PageContext, alliance: SeenAlliance): string {
  return pickText(alliance.latest.body.charter.title, page.locale).text;
}

/** The way back to the alliance. */
export function crumbsOf(page: PageContext, alliance: SeenAlliance): Crumb[] {
  return [
    { label: page.t('alliances.nav'), href: '/alliances' },
    { label: titleOf(page, alliance), href: alliance.path },
  ];
}

export function nameOf(page: PageContext, node: string): string {
  return faceOf(page, node).name;
}

export function namesOf(page: PageContext, nodes: readonly string[]): string {
  return page.format.list(nodes.map((node) => nameOf(page, node)));
}

/** Days that a charter or an offer names, without a clock: read as they stand. */
export function dayWords(page: PageContext, day: string): string {
  return page.format.date(new Date(`${day}T12:00:00Z`));
}

/** `2026-Q3` as the language says it. */
export function quarterWords(page: PageContext, quarter: string): string {
  const [year = '', number = ''] = quarter.split('-Q');
  return page.t('alliances.quarter', { year, number });
}

/** When a meeting is, by the clocks of its own place. */
export function meetingTime(page: PageContext, { start, end, zone }: Meeting): string {
  const format = new Intl.DateTimeFormat(intlLocale(page.locale), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone },
  });
  return format.formatRange(momentOf(start, zone), momentOf(end, zone));
}

/** The way back to what this node belongs to. */
export function ourCrumbs(page: PageContext): Crumb[] {
  return [
    { label: page.t('alliances.nav'), href: '/alliances' },
    { label: page.t('alliances.ours'), href: '/alliances/memberships/ours' },
  ];
}

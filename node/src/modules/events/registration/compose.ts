import { zoneWords } from '../../../kernel/calendar/index.ts';
import { type Locale, pickText } from '../../../kernel/i18n/locale.ts';
import { localeOf } from '../../../kernel/i18n/negotiate.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import type { Event } from '../event.ts';
import type { LetterTable } from '../schema.ts';
import { EVENTS } from '../subjects.ts';
import { occurrencesOf } from '../time/occurrences.ts';
import { clockWords, dayWords } from '../time/words.ts';

export interface LetterFacts {
  what: LetterTable['what'];
  about: string;
  email: string;
  locale: string;
  event: string;
  body: Event;
}

/** A letter in the language in which the person registered: what happened, when it is, where one changes it. */
export function composeLetter(
  { i18n, identity, clock }: Pick<Kernel, 'i18n' | 'identity' | 'clock'>,
  { what, about, locale: chosen, event: id, body }: LetterFacts,
): { subject: string; text: string } {
  const locale = localeOf(chosen) ?? 'en';
  const t = i18n.translator(locale);
  const { text: title } = pickText(body.title, locale);
  const link = identity.origin + pathOf(EVENTS, id);
  const places = (body.places ?? []).map(({ name, address }) =>
    [name, address].flatMap((text) => (text === undefined ? [] : [pickText(text, locale).text])).join(', '),
  );
  const takesPlace = what !== 'cancelled';
  const lines = [
    t(`events.letter.${what}`, { title }),
    ...(takesPlace ? [whenWords(body, about, locale, clock.now()), ...places] : []),
    ...(takesPlace && body.online !== undefined ? [body.online] : []),
    t('events.letter.more', { link }),
    ...(takesPlace ? [t('events.letter.change', { link: `${link}/register` })] : []),
    t('events.letter.from', { name: identity.profile.name, body: identity.profile.body ?? '' }),
  ];
  return { subject: oneLine(t(`events.letter-subject.${what}`, { title })), text: lines.join('\n\n') };
}

/** The occurrence that a letter is about, or the next one. */
function whenWords(body: Event, about: string, locale: Locale, now: Date): string {
  const all = occurrencesOf(body).filter(({ cancelled }) => !cancelled);
  const one = all.find(({ at }) => at === about) ?? all.find(({ end }) => end > now) ?? all.at(-1);
  if (one === undefined) return '';
  const { zone } = body;
  const clock = clockWords(one, locale, zone);
  return `${dayWords(one.start, locale, zone)}, ${clock}, ${zoneWords(zone, one.start, locale)}`;
}

/** Subjects are one line without marks of direction, which mail programs show as they please. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

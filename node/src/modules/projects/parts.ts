import { z } from 'zod';
import { isPartialDate } from '../../kernel/calendar/day.ts';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { code, language, reference } from '../../kernel/subjects/parts.ts';

/** What bodies of several kinds are made of. */

export const LIMITS = { title: 300, text: 4000, note: 300, topics: 20, languages: 20, links: 20 } as const;

export const title = langText(LIMITS.title);
export const text = langText(LIMITS.text);
export const note = langText(LIMITS.note);

/** A whole day of the calendar: `2027-03-31`. */
export const day = z.string().refine((date) => date.length === 10 && isPartialDate(date), 'not a day');

export const topics = z.array(code).min(1).max(LIMITS.topics);
/** Languages that one can be spoken to in. */
export const languages = z.array(language).min(1).max(LIMITS.languages);

/** The project that a record speaks of, and the version of it that its author has read. */
export const projectReference = reference;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

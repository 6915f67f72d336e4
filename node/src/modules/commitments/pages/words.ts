import { type LangText, pickText } from '../../../kernel/i18n/locale.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { AREAS, FINDINGS, PROGRAMMES } from '../vocabulary.ts';

const KNOWN = new Set<string>(FINDINGS);

/** A step or finding in the reader's language; one that this version does not know is shown as it is. */
export function statusWord(page: PageContext, status: string): string {
  return KNOWN.has(status) ? page.t(`commitments.status.${status}`) : status;
}

export function programmeWord(page: PageContext, programme: string): string {
  return (PROGRAMMES as readonly string[]).includes(programme)
    ? page.t(`commitments.programme.${programme}`)
    : programme;
}

/** The day before a deadline's end: the last on which it is kept. Read in the node's own zone. */
export function lastDay(page: PageContext, end: Date): string {
  return page.format.date(new Date(end.getTime() - 1));
}

/** A policy area in the reader's language. Lists of areas differ: one without a name here is shown as its code, in plain letters. */
export function areaWord(page: Pick<PageContext, 't'>, code: string): string {
  if (AREAS.includes(code)) return page.t(`commitments.area.${code}`);
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type TitledBody = { title: LangText } | { commitment: { title: LangText } };

/** The title of a subject; what is said of a commitment is called as the commitment was then. */
export function titleOf(
  row: Pick<SubjectRow<TitledBody>, 'body'>,
  { locale }: Pick<PageContext, 'locale'>,
): string {
  return pickText(titleTextOf(row), locale).text;
}

export function titleTextOf({ body }: Pick<SubjectRow<TitledBody>, 'body'>): LangText {
  return 'commitment' in body ? body.commitment.title : body.title;
}

import { topicWord } from '../../kernel/topics/index.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { LEVELS, PRINCIPLES, STAGES, STATUSES } from './vocabulary.ts';

const KNOWN = {
  level: new Set<string>(LEVELS),
  stage: new Set<string>(STAGES),
  principle: new Set<string>(PRINCIPLES),
  status: new Set<string>(STATUSES),
};

type List = keyof typeof KNOWN | 'topic';

/** A word of the vocabulary in the reader's language; one that this version does not know is shown as it is. */
export function word(page: PageContext, list: List, code: string): string {
  if (list === 'topic') return topicWord(page.t, code);
  return KNOWN[list].has(code) ? page.t(`practices.${list}.${code}`) : code;
}

/** Words of the vocabulary have an "and" of their own; where they stand in a line, a dot parts them. */
export function words(page: PageContext, list: List, codes: readonly string[]): string[] {
  return codes.map((code) => word(page, list, code));
}

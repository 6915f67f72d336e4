import type { PageContext } from '../../kernel/web/page.ts';
import { MODES, SESSION_KINDS, STATUSES, TYPES } from './vocabulary.ts';

const KNOWN = {
  type: new Set<string>(TYPES),
  mode: new Set<string>(MODES),
  status: new Set<string>(STATUSES),
  session: new Set<string>(SESSION_KINDS),
};

/** A word of the vocabulary in the reader's language; one that this version does not know is shown as it is. */
export function word(page: Pick<PageContext, 't'>, list: keyof typeof KNOWN, code: string): string {
  return KNOWN[list].has(code) ? page.t(`events.${list}.${code}`) : code;
}

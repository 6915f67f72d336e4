import { AllianceRefused } from '../../../kernel/alliances/index.ts';
import { Untrusted } from '../../../kernel/trust/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';

/** Why an act was not done, in words that say what to do. @throws what is no refusal */
export function refusal(page: PageContext, error: unknown): string {
  if (error instanceof Untrusted)
    return page.t(`alliances.refused.${error.code === 'not-reached' ? 'not-reached' : 'unreadable'}`);
  if (!(error instanceof AllianceRefused) || error.code === 'handed-over') throw error;
  return page.t(`alliances.refused.${error.code}`);
}

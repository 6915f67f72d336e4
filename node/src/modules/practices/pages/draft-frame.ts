import type { PageContext } from '../../../kernel/web/page.ts';
import type { DraftFrame } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';

/** A draft of a practice below the list of practices. */
export function frameOf(
  page: PageContext,
  { path, title, revised }: Pick<OpenDraft, 'path' | 'title' | 'revised'>,
): DraftFrame {
  return {
    door: 'shared-work',
    path,
    title,
    above: [{ label: page.t('practices.nav'), href: '/practices' }],
    revised: revised?.practice.path ?? null,
  };
}

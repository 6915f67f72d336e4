import type { PageContext } from '../../../kernel/web/page.ts';
import type { DraftFrame } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';

/** A draft in the way back to the door: below the commitment that it speaks of, where it speaks of one. */
export function frameOf(
  page: PageContext,
  { path, title, revised, about }: Pick<OpenDraft, 'path' | 'title' | 'revised' | 'about'>,
): DraftFrame {
  return {
    door: 'commitments',
    path,
    title,
    above: about === null || page.path === about.path ? [] : [{ label: title.text, href: about.path }],
    revised: about === null ? (revised?.row.path ?? null) : null,
  };
}

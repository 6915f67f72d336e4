import type { Door, PageContext } from '../../kernel/web/page.ts';
import { langAttributes } from '../lang-text.tsx';
import type { Crumb } from '../layout/breadcrumb.tsx';

/** What is written, as its author sees it. */
export interface DraftTitle {
  /** The title in the language of the original, as it was typed last; empty where there is none yet. */
  text: string;
  lang: string;
}

/** A draft as its pages show it. */
export interface DraftFrame {
  door: Door;
  path: string;
  title: DraftTitle;
  /** What stands above it in the way back to the door. */
  above: readonly Crumb[];
  /** Where the latest version is, of which this is to be the next; null where something new is written. */
  revised: string | null;
}

/** The title of a draft in the language in which it is written, or that there is none yet. */
export function DraftTitleView({ page, title: { text, lang } }: { page: PageContext; title: DraftTitle }) {
  return text === '' ? page.t('ui.draft.untitled') : <bdi {...langAttributes(page, lang)}>{text}</bdi>;
}

/** The way to a page of the draft; with `inside` over its list of tasks. */
export function draftCrumbs(page: PageContext, { path, title, above, revised }: DraftFrame, inside: boolean) {
  const own = revised === null ? <DraftTitleView page={page} title={title} /> : page.t('ui.draft.revision');
  return [
    ...above,
    ...(revised === null ? [] : [{ label: title.text, href: revised }]),
    ...(inside ? [{ label: own, href: path }] : []),
  ];
}

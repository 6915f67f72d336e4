import type { PageContext } from '../../../kernel/web/page.ts';
import { langAttributes } from '../../../ui/index.ts';
import type { DraftTitle, OpenDraft } from '../draft.ts';

/** The title of a draft in the language in which it is written, or that there is none yet. */
export function DraftTitleView({ page, title: { text, lang } }: { page: PageContext; title: DraftTitle }) {
  return text === '' ? page.t('practices.draft.untitled') : <bdi {...langAttributes(page, lang)}>{text}</bdi>;
}

/** The way to a page of the draft; with `inside` over its list of tasks. */
export function draftCrumbs(page: PageContext, { path, title, revised }: OpenDraft, inside: boolean) {
  return [
    { label: page.t('practices.nav'), href: '/practices' },
    ...(revised === null ? [] : [{ label: title.text, href: revised.practice.path }]),
    ...(inside
      ? [
          {
            label:
              revised === null ? (
                <DraftTitleView page={page} title={title} />
              ) : (
                page.t('practices.draft.revision')
              ),
            href: path,
          },
        ]
      : []),
  ];
}

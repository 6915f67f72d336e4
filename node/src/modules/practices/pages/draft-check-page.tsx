import type { PageContext } from '../../../kernel/web/page.ts';
import type { Change } from '../difference.ts';
import type { OpenDraft } from '../draft.ts';
import type { PracticeInput } from '../practice.ts';
import { CheckPage } from './check-page.tsx';
import { Conflict } from './conflict.tsx';
import { draftCrumbs } from './draft-title.tsx';
import { practiceAnswers } from './practice-answers.tsx';

interface DraftCheckPageProps {
  page: PageContext;
  open: OpenDraft;
  body: PracticeInput;
  /** What others changed since this page was drawn last; otherwise since the draft was begun. */
  conflict?: readonly Change[] | undefined;
}

/** A draft as it will read, and the button that publishes it. */
export function DraftCheckPage({ page, open, body, conflict }: DraftCheckPageProps) {
  const { path, revised, langs } = open;
  const changes = conflict ?? revised?.conflict;
  const kind = revised === null ? 'publish' : 'revise';
  return (
    <CheckPage
      page={page}
      action={`${path}/check`}
      crumbs={draftCrumbs(page, open, true)}
      title={page.t('practices.check.title')}
      notice={changes !== undefined && <Conflict page={page} changes={changes} />}
      sections={practiceAnswers(page, body, { langs, path, revising: revised !== null })}
      carried={revised === null ? {} : { revised: [revised.practice.id], prev: [revised.practice.latest] }}
      button={page.t(`practices.check.${kind}`)}
      becomesPublic={page.t(
        revised === null ? 'practices.check.public-practice' : 'practices.check.public-revision',
      )}
    />
  );
}

import type { Change } from '../../../kernel/log/difference.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { CheckPage, Conflict, draftCrumbs } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import type { PracticeInput } from '../practice.ts';
import { frameOf } from './draft-frame.ts';
import { practiceWords } from './history-words.ts';
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
  return (
    <CheckPage
      page={page}
      action={`${path}/check`}
      door="shared-work"
      crumbs={draftCrumbs(page, frameOf(page, open), true)}
      title={page.t('ui.check.title')}
      notice={
        changes !== undefined && <Conflict page={page} subject={practiceWords(page)} changes={changes} />
      }
      sections={practiceAnswers(page, body, { langs, path, revising: revised !== null })}
      carried={revised === null ? {} : { revised: [revised.practice.id], prev: [revised.practice.latest] }}
      button={page.t(revised === null ? 'practices.check.publish' : 'ui.check.revise')}
      becomesPublic={page.t(
        revised === null ? 'practices.check.public-practice' : 'ui.check.public-revision',
      )}
    />
  );
}

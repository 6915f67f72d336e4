import type { Change } from '../../kernel/log/difference.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { Alert } from '../alert.tsx';
import { Details } from '../details.tsx';
import { ChangeList } from './changes-page.tsx';
import type { HistorySubject } from './history-page.tsx';

export interface ConflictProps {
  page: PageContext;
  subject: Pick<HistorySubject, 'label' | 'word'>;
  /** What the other version changed. */
  changes: readonly Change[];
}

/** Another version came first: what it changed, so that one can take it over; nothing typed is lost. */
export function Conflict({ page, subject, changes }: ConflictProps) {
  return (
    <>
      <Alert color="warning" title={page.t('ui.conflict.title')}>
        {page.t('ui.conflict.what')}
      </Alert>
      <Details summary={page.t('ui.conflict.changes')} open>
        <ChangeList page={page} subject={subject} changes={changes} />
      </Details>
    </>
  );
}

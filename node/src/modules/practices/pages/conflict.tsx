import type { PageContext } from '../../../kernel/web/page.ts';
import { Alert, Details } from '../../../ui/index.ts';
import type { Change } from '../difference.ts';
import { ChangeList } from './changes-page.tsx';

export interface ConflictProps {
  page: PageContext;
  /** What the other version changed. */
  changes: readonly Change[];
}

/** Another version came first: what it changed, so that one can take it over; nothing typed is lost. */
export function Conflict({ page, changes }: ConflictProps) {
  return (
    <>
      <Alert color="warning" title={page.t('practices.conflict.title')}>
        {page.t('practices.conflict.what')}
      </Alert>
      <Details summary={page.t('practices.conflict.changes')} open>
        <ChangeList page={page} changes={changes} />
      </Details>
    </>
  );
}

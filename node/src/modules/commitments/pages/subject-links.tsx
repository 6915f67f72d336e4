import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { FollowLink } from '../../../ui/index.ts';

interface SubjectLinksProps {
  page: PageContext;
  row: SubjectRow;
}

/** To write its next version, to follow it, to read on, and to take it back: each to whoever can. */
export function SubjectLinks({ page, row: { own, path, state, sub } }: SubjectLinksProps) {
  const writes = own && state === 'live' && page.may('commitments.publish');
  return (
    <>
      {writes && (
        <a class="ds-link" href={`${path}/revise`}>
          {page.t('commitments.action.revise')}
        </a>
      )}
      {state === 'live' && <FollowLink page={page} subject={sub} />}
      <a class="ds-link" href={`${path}/history`}>
        {page.t('ui.history.title')}
      </a>
      <a class="ds-link" href={`${path}.json`}>
        {page.t('commitments.action.json')}
      </a>
      {writes && (
        <a class="ds-link" href={`${path}/withdraw`}>
          {page.t('commitments.action.withdraw')}
        </a>
      )}
    </>
  );
}

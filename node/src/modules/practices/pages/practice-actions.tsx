import type { PageContext } from '../../../kernel/web/page.ts';
import { FollowLink } from '../../../ui/index.ts';
import type { PracticeItem } from '../read.ts';

/** What one can do with the practice; nothing is built on what is withdrawn or not confirmed. */
export function PracticeActions({
  page,
  item: { practice, provenance, adoptions },
}: {
  page: PageContext;
  item: PracticeItem;
}) {
  const { own, path, state, sub } = practice;
  const sound = state === 'live' && provenance?.state !== 'failed';
  const ours = adoptions.find((adoption) => adoption.own);
  const returnable = own && adoptions.some((adoption) => !adoption.own);
  const adopts = sound && page.may('practices.adopt') && (own ? returnable : ours === undefined);
  const revises = own && state === 'live' && page.may('practices.revise');
  return (
    <p class="kn-actions">
      {adopts && (
        <a class="ds-button" data-variant={revises ? 'secondary' : undefined} href={`${path}/adopt`}>
          {page.t(own ? 'practices.action.take-back' : 'practices.action.adopt')}
        </a>
      )}
      {revises && (
        <a class="ds-button" href={`${path}/revise`}>
          {page.t('practices.action.revise')}
        </a>
      )}
      {!own && ours !== undefined && (
        <a class="ds-link" href={ours.path}>
          {page.t('practices.action.our-adoption')}
        </a>
      )}
      {state === 'live' && <FollowLink page={page} subject={sub} />}
      <a class="ds-link" href={`${path}.json`}>
        {page.t('practices.action.json')}
      </a>
      {own && state === 'live' && page.may('practices.withdraw') && (
        <a class="ds-link" href={`${path}/withdraw`}>
          {page.t('practices.action.withdraw')}
        </a>
      )}
    </p>
  );
}

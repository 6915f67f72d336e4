import type { PageContext } from '../../../kernel/web/page.ts';
import { Details, Fingerprint } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';

/** How one checks the word of the alliance without trusting this node. */
export function AllianceCheck({ page, life: { alliance } }: { page: PageContext; life: Life }) {
  const { keys } = alliance.latest.body.keys;
  return (
    <Details summary={page.t('alliances.check')}>
      <p class="kn-text">{page.t('alliances.check-text')}</p>
      <ul class="ds-list">
        {keys.map(({ kid }) => (
          <li>
            <Fingerprint value={String(kid)} />
          </li>
        ))}
      </ul>
      <p>
        <a class="ds-link" href={`${alliance.id}/.well-known/openid-federation`}>
          {page.t('alliances.statement')}
        </a>
      </p>
    </Details>
  );
}

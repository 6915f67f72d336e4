import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView } from '../../../ui/index.ts';
import type { MembersWork } from '../read/deeds.ts';
import type { Life } from '../read/life.ts';
import { SignersLine } from './signers.tsx';

/** What binds the members: the principles of the charter in force, else those that the host founded it on. */
export function PrinciplesPart({
  page,
  life: { alliance, inForce, charters },
  work,
}: {
  page: PageContext;
  life: Life;
  work: MembersWork;
}) {
  const open = charters.find(({ standing }) => standing.state === 'waiting');
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.principles')}
      </h2>
      {inForce === null ? (
        <>
          {alliance.latest.body.charter.principles.length > 0 && (
            <ul class="ds-list kn-text">
              {alliance.latest.body.charter.principles.map((principle) => (
                <li>
                  <LangTextView page={page} text={principle} />
                </li>
              ))}
            </ul>
          )}
          <p class="kn-text">{page.t('alliances.no-charter')}</p>
        </>
      ) : (
        <ol class="ds-list kn-text">
          {inForce.row.body.principles.map(({ key, title }) => {
            const count = work.practices.filter(({ body }) => body.principles?.includes(key)).length;
            return (
              <li>
                <a class="ds-link" href={`${alliance.path}/charter#${key}`}>
                  <LangTextView page={page} text={title} />
                </a>
                {count > 0 && (
                  <span class="kn-small kn-muted"> {page.t('alliances.practices-count', { count })}</span>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {inForce !== null && <SignersLine page={page} standing={inForce.standing} />}
      <p class="kn-inline">
        <a class="ds-link" href={`${alliance.path}/charter`}>
          {page.t('alliances.charter-page')}
        </a>
        {open !== undefined && (
          <a class="ds-link" href={open.row.path}>
            {page.t('alliances.charter-waiting')}
          </a>
        )}
      </p>
    </>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import { FollowLink, Panel } from '../../../ui/index.ts';
import { isMemberAt } from '../life/members.ts';
import type { Life } from '../read/life.ts';

/** What one can do here: follow the alliance; as staff of a member, begin something; as administrator, see to who belongs. */
export function AllianceActions({ page, life }: { page: PageContext; life: Life }) {
  const acts = [...begins(page, life), ...belongs(page, life)];
  return (
    <>
      {acts.length > 0 && (
        <Panel title={page.t('alliances.act')} edge="act">
          <ul class="ds-list">
            {acts.map(({ href, label }) => (
              <li>
                <a class="ds-link" href={href}>
                  {page.t(label)}
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <p>
        <FollowLink page={page} subject={life.alliance.id} />
      </p>
    </>
  );
}

interface Link {
  href: string;
  label: string;
}

const isMember = (page: PageContext, { periods, successor }: Life) =>
  isMemberAt(periods, page.self.node, page.now) && successor === null;

/** What staff of a member can begin. */
function begins(page: PageContext, life: Life): Link[] {
  if (!isMember(page, life) || !page.may('alliances.publish')) return [];
  const { alliance, chair } = life;
  const charters = chair?.node === page.self.node || alliance.host.own;
  const acts = ['declarations', 'meetings', 'groups', 'contributions', ...(charters ? ['charter'] : [])];
  return acts.map((act) => ({ href: `${alliance.path}/${act}/new`, label: `alliances.act.${act}` }));
}

/** What administrators do about who belongs: at the host all members, elsewhere ourselves. */
function belongs(page: PageContext, life: Life): Link[] {
  if (!page.may('kernel.alliances') || life.successor !== null) return [];
  const { alliance } = life;
  if (alliance.host.own) return [{ href: `${alliance.path}/members`, label: 'alliances.members-title' }];
  const query = new URLSearchParams({ alliance: alliance.id });
  return isMember(page, life)
    ? [{ href: `/alliances/memberships/leave?${query}`, label: 'alliances.leave' }]
    : [{ href: `/alliances/memberships/join?${query}`, label: 'alliances.join' }];
}

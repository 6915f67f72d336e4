import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Say, Seal, type Status, Table, Tag } from '../../../ui/index.ts';
import type { MemberState } from '../computed/members.ts';
import type { ProjectItem } from '../read.ts';
import { memberFace } from './words.ts';

const TAGS: Record<MemberState, Status> = {
  lead: 'done',
  member: 'done',
  invited: 'waiting',
  left: 'closed',
  dropped: 'closed',
  uninvited: 'not-confirmed',
};

/** Who takes part, by whose word, and in which role. */
export function MembersTable({ page, item }: { page: PageContext; item: ProjectItem }) {
  const { members, memberships, project } = item;
  return (
    <Table
      id="members"
      caption={page.t('projects.members.caption')}
      columns={['node', 'state', 'part', 'record'].map((name) => ({
        label: page.t(`projects.members.${name}`),
      }))}
      rows={members.map(({ node, state }) => {
        const word = memberships.filter((row) => row.node === node).at(-1);
        const jti = state === 'lead' ? project.jti : word?.jti;
        const packages = (project.body.workPackages ?? []).filter(
          ({ lead }) => new URL(lead).origin === node,
        );
        const part = word?.state === 'live' ? word.body.part : undefined;
        const leads = packages.map(({ title }) => pickText(title, page.locale).text);
        return [
          <span class="kn-marked">
            <Seal face={memberFace(page, item, node)} as="plain" />
            <bdi>{memberFace(page, item, node).name}</bdi>
          </span>,
          <Tag page={page} status={TAGS[state]}>
            {page.t(`projects.member.${state}`)}
          </Tag>,
          <>
            {leads.length > 0 && (
              <p>
                <Say page={page} id="projects.members.leads" with={{ packages: page.format.list(leads) }} />
              </p>
            )}
            {part !== undefined && <bdi>{pickText(part, page.locale).text}</bdi>}
            {leads.length === 0 && part === undefined && '–'}
          </>,
          jti === undefined ? (
            '–'
          ) : (
            <a class="ds-link" href={`/records/${jti}`}>
              {page.t('projects.members.see')}{' '}
              <span class="ds-sr-only">
                <bdi>{memberFace(page, item, node).name}</bdi>
              </span>
            </a>
          ),
        ];
      })}
    />
  );
}

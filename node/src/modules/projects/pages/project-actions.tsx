import type { PageContext } from '../../../kernel/web/page.ts';
import { Panel } from '../../../ui/index.ts';
import { reversible, toAcknowledge } from '../form/ledger-fields.ts';
import type { ProjectItem } from '../read.ts';

/** What this node's staff can do in the project today. */
export function ProjectActions({ page, item }: { page: PageContext; item: ProjectItem }) {
  const actions = actionsOf(page, item);
  if (actions.length === 0) return null;
  return (
    <Panel title={page.t('projects.action.title')} edge="act">
      <ul class="kn-list">
        {actions.map(({ href, label }) => (
          <li>
            <a class="ds-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function actionsOf(page: PageContext, item: ProjectItem): { href: string; label: string }[] {
  const { project, members, memberships, provenance } = item;
  const own = page.self.node;
  if (project.state !== 'live' || provenance.get(project.jti)?.state === 'failed') return [];
  const state = members.find(({ node }) => node === own)?.state;
  const lead = state === 'lead';
  const member = lead || state === 'member';
  const membership = memberships.find((row) => row.own && row.state === 'live');
  const invited =
    (state === 'invited' || state === 'left') &&
    item.project.body.partners.some(({ node }) => new URL(node).origin === own);
  const offered: ReadonlyArray<[boolean, string, string]> = [
    [invited && page.may('projects.join'), 'join', `${project.path}/join`],
    [member && page.may('projects.publish'), 'update', `${project.path}/update`],
    [member && page.may('projects.publish'), 'output', `${project.path}/output`],
    [member && page.may('projects.decide'), 'decide', `${project.path}/decide`],
    [member && page.may('projects.ledger'), 'pledge', `${project.path}/pledge`],
    [member && page.may('projects.ledger'), 'contribute', `${project.path}/contribute`],
    [
      lead && page.may('projects.ledger') && toAcknowledge(item).length > 0,
      'acknowledge',
      `${project.path}/acknowledge`,
    ],
    [
      lead && page.may('projects.ledger') && item.ledger.balances.some(({ available }) => available > 0n),
      'spend',
      `${project.path}/spend`,
    ],
    [
      member && page.may('projects.ledger') && reversible(item, own).length > 0,
      'reverse',
      `${project.path}/reverse`,
    ],
    [member && page.may('projects.publish'), 'call', `${project.path}/call`],
    [lead && page.may('projects.publish'), 'revise-project', `${project.path}/revise`],
    [lead && page.may('projects.publish'), 'withdraw-project', `${project.path}/withdraw`],
    [membership !== undefined && page.may('projects.join'), 'leave', `${membership?.path}/withdraw`],
  ];
  return offered.flatMap(([may, name, href]) =>
    may ? [{ href, label: page.t(`projects.action.${name}`) }] : [],
  );
}

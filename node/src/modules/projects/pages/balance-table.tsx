import type { PageContext } from '../../../kernel/web/page.ts';
import { Table } from '../../../ui/index.ts';
import type { UnitBalance } from '../ledger/balances.ts';
import type { ProjectItem } from '../read.ts';
import { amountWords, memberFace, packageWords, unitWords } from './words.ts';

/** Balances of a project, one row for each unit. */
export function BalanceTable({ page, balances }: { page: PageContext; balances: readonly UnitBalance[] }) {
  const names = ['pledged', 'contributed', 'inTransit', 'available', 'spent'] as const;
  return (
    <Table
      id="balances"
      caption={page.t('projects.ledger.balances')}
      columns={[
        { label: page.t('projects.ledger.unit') },
        ...names.map((name) => ({ label: page.t(`projects.ledger.${name}`), numeric: true })),
      ]}
      rows={balances.map((balance) => [
        unitWords(page, balance.unit),
        ...names.map((name) => <bdi class="kn-num">{amountWords(page, balance[name], balance.unit)}</bdi>),
      ])}
    />
  );
}

/** What each member promised and gave, unit by unit. */
export function NodeTable({ page, item }: { page: PageContext; item: ProjectItem }) {
  const names = ['pledged', 'outstanding', 'contributed', 'inTransit'] as const;
  return (
    <Table
      id="by-member"
      caption={page.t('projects.ledger.by-member')}
      columns={[
        { label: page.t('projects.members.node') },
        ...names.map((name) => ({ label: page.t(`projects.ledger.${name}`), numeric: true })),
      ]}
      rows={item.ledger.balances.flatMap(({ unit, nodes }) =>
        nodes.map((node) => [
          <bdi>{memberFace(page, item, node.node).name}</bdi>,
          ...names.map((name) => <bdi class="kn-num">{amountWords(page, node[name], unit)}</bdi>),
        ]),
      )}
    />
  );
}

/** What was spent on which work package. */
export function PackageTable({ page, item }: { page: PageContext; item: ProjectItem }) {
  const rows = item.ledger.balances.flatMap(({ unit, workPackages }) =>
    workPackages.map(({ workPackage, spent }) => [
      <bdi>{packageWords(page, item, workPackage)}</bdi>,
      <bdi class="kn-num">{amountWords(page, spent, unit)}</bdi>,
    ]),
  );
  if (rows.length === 0) return null;
  return (
    <Table
      id="by-package"
      caption={page.t('projects.ledger.by-package')}
      columns={[
        { label: page.t('projects.label.workPackage') },
        { label: page.t('projects.ledger.spent'), numeric: true },
      ]}
      rows={rows}
    />
  );
}

import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  CodeBlock,
  EmptyState,
  LangTextView,
  Layout,
  PageHeading,
  Table,
  Tag,
  Time,
} from '../../../ui/index.ts';
import { parseAmount } from '../ledger/amount.ts';
import { isBalanced } from '../ledger/balances.ts';
import type { JudgedEntry } from '../ledger/books.ts';
import { runningAvailable } from '../ledger/running.ts';
import type { ProjectItem } from '../read.ts';
import { BalanceTable, NodeTable, PackageTable } from './balance-table.tsx';
import { BalanceCharts } from './balances.tsx';
import { amountWords, memberFace, packageWords } from './words.ts';

/** The ledger whole: balances, every entry with its record, and how to compute it again. */
export function LedgerPage({ page, item }: { page: PageContext; item: ProjectItem }) {
  const { project, ledger } = item;
  const { entries, balances } = ledger;
  const title = page.t('projects.ledger.title');
  const name = pickText(project.body.title, page.locale).text;
  const refused = entries.filter(({ standing }) => standing.state !== 'counts');
  const differing = balances.flatMap(({ unit, nodes }) =>
    nodes.filter(({ inTransit }) => inTransit < 0n).map(({ node, inTransit }) => ({ unit, node, inTransit })),
  );
  return (
    <Layout
      page={page}
      title={`${title}: ${name}`}
      door="shared-work"
      crumbs={[
        { label: page.t('projects.nav'), href: '/projects' },
        { label: name, href: project.path },
      ]}
      faces={item.members.map(({ node }) => memberFace(page, item, node))}
      alternates={[
        { type: 'application/json', href: `${project.path}/ledger.json` },
        { type: 'text/csv', href: `${project.path}/ledger.csv` },
      ]}
    >
      <PageHeading
        over={<LangTextView page={page} text={project.body.title} />}
        lead={page.t('projects.ledger.lead')}
      >
        {title}
      </PageHeading>
      <div class="kn-flow">
        {entries.length > 0 && (
          <p>
            {isBalanced(balances) ? (
              <Tag page={page} status="agrees">
                {page.t('projects.ledger.balanced')}
              </Tag>
            ) : (
              <Tag page={page} status="problem">
                {page.t('projects.ledger.unbalanced')}
              </Tag>
            )}
          </p>
        )}
        {differing.map(({ unit, node, inTransit }) => (
          <Alert color="warning" title={page.t('projects.ledger.differs')}>
            {page.t('projects.ledger.differs-text', {
              who: memberFace(page, item, node).name,
              lead: memberFace(page, item, project.node).name,
              amount: amountWords(page, -inTransit, unit),
            })}
          </Alert>
        ))}
        {entries.length === 0 ? (
          <EmptyState title={page.t('projects.ledger.empty')}>
            {page.t('projects.ledger.empty-text')}
          </EmptyState>
        ) : (
          <>
            <BalanceCharts page={page} balances={balances} />
            <BalanceTable page={page} balances={balances} />
            <NodeTable page={page} item={item} />
            <PackageTable page={page} item={item} />
            <h2 class="ds-heading" data-size="sm">
              {page.t('projects.ledger.entries')}
            </h2>
            <EntryTable page={page} item={item} />
            {refused.length > 0 && (
              <p class="kn-text">{page.t('projects.ledger.refused', { count: refused.length })}</p>
            )}
          </>
        )}
        <p class="kn-inline kn-small">
          <a class="ds-link" href={`${project.path}/ledger.csv`} download="ledger.csv">
            {page.t('projects.ledger.csv')}
          </a>
          <a class="ds-link" href={`${project.path}/ledger.json`} download="ledger.json">
            {page.t('projects.list.json')}
          </a>
        </p>
        <h2 class="ds-heading" data-size="sm">
          {page.t('projects.ledger.recompute')}
        </h2>
        <p class="kn-text">{page.t('projects.ledger.recompute-text')}</p>
        <CodeBlock
          label={page.t('projects.ledger.command')}
        >{`koinon projects ledger ${page.self.node}${project.path}/ledger.json`}</CodeBlock>
      </div>
    </Layout>
  );
}

function EntryTable({ page, item }: { page: PageContext; item: ProjectItem }) {
  const { entries } = item.ledger;
  const running = runningAvailable(entries);
  const columns = ['entry', 'node', 'text', 'amount', 'balance', 'record'];
  return (
    <Table
      id="entries"
      caption={page.t('projects.ledger.caption')}
      columns={columns.map((name) => ({
        label: page.t(`projects.ledger.column-${name}`),
        numeric: name === 'amount' || name === 'balance',
      }))}
      rows={entries.map((entry, i) => [
        <span id={`entry-${entry.sub.split('/').at(-1)}`}>
          {page.t(`projects.entry.${entry.body.type}`)}
          <br />
          <span class="kn-small kn-muted">
            <Time page={page} value={entry.signedAt} as="date" />
          </span>
        </span>,
        <>
          <bdi>{memberFace(page, item, entry.node).name}</bdi>{' '}
          {page.t('projects.ledger.number', { number: entry.body.number })}
        </>,
        <EntryWords page={page} item={item} entry={entry} />,
        <bdi class="kn-num">{amountWords(page, parseAmount(entry.body.amount), entry.body.unit)}</bdi>,
        running[i] === null ? (
          '–'
        ) : (
          <bdi class="kn-num">{amountWords(page, running[i] ?? 0n, entry.body.unit)}</bdi>
        ),
        <a class="ds-link" href={`/records/${entry.jti}`}>
          {page.t('projects.members.see')}{' '}
          <span class="ds-sr-only">
            <bdi>{memberFace(page, item, entry.node).name}</bdi> {entry.body.number}
          </span>
        </a>,
      ])}
    />
  );
}

/** What its author says of an entry, what it draws on, and why it does not count where it does not. */
function EntryWords({ page, item, entry }: { page: PageContext; item: ProjectItem; entry: JudgedEntry }) {
  const { body, standing, reversedBy } = entry;
  const text = item.entries.get(entry.sub)?.body.text;
  const of = item.ledger.entries.find(({ sub }) => sub === body.of);
  return (
    <>
      {text && <LangTextView page={page} text={text} />}
      {body.workPackage !== undefined && (
        <p class="kn-small kn-muted">
          <bdi>{packageWords(page, item, body.workPackage)}</bdi>
        </p>
      )}
      {of !== undefined && (
        <p class="kn-small">
          <a class="ds-link" href={`#entry-${of.sub.split('/').at(-1)}`}>
            {page.t(`projects.entry.${of.body.type}`)} <bdi>{memberFace(page, item, of.node).name}</bdi>{' '}
            {page.t('projects.ledger.number', { number: of.body.number })}
          </a>
        </p>
      )}
      {reversedBy !== null && (
        <p>
          <Tag page={page} status="withdrawn">
            {page.t('projects.ledger.reversed')}
          </Tag>
        </p>
      )}
      {standing.state !== 'counts' && (
        <p>
          <Tag page={page} status={standing.state === 'waiting' ? 'waiting' : 'refused'}>
            {page.t(standing.state === 'waiting' ? 'projects.ledger.not-yet' : 'projects.ledger.not')}
          </Tag>{' '}
          <span class="kn-small">{page.t(`projects.error.entry-${standing.reason}`)}</span>
        </p>
      )}
    </>
  );
}

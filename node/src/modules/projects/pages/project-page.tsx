import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Details,
  EmptyState,
  Facts,
  FollowLink,
  LangTextBlock,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceFull,
  ProvenanceLine,
  TranslationNote,
} from '../../../ui/index.ts';
import type { ProjectItem } from '../read.ts';
import { BalanceTable } from './balance-table.tsx';
import { BalanceCharts } from './balances.tsx';
import { Decisions } from './decisions.tsx';
import { MembersTable } from './members-table.tsx';
import { Notice } from './notice.tsx';
import { ProjectActions } from './project-actions.tsx';
import { Outputs, ProjectCalls, Updates } from './results.tsx';
import { memberFace, sortingFacts } from './words.ts';
import { Work } from './work.tsx';

/** One project: who does what, what each puts in, what was decided, and what came of it. */
export function ProjectPage({ page, item }: { page: PageContext; item: ProjectItem }) {
  const { project, members, ledger, provenance } = item;
  const { title, summary, charter, start, end, links = [] } = project.body;
  const own = provenance.get(project.jti);
  const lead = memberFace(page, item, project.node);
  const active = members.filter(({ state }) => state === 'lead' || state === 'member').length;
  const period = page.format.period(start, end);
  return (
    <Layout
      page={page}
      title={pickText(title, page.locale).text}
      description={pickText(summary, page.locale).text}
      door="shared-work"
      crumbs={[{ label: page.t('projects.nav'), href: '/projects' }]}
      faces={members.map(({ node }) => memberFace(page, item, node))}
      {...(project.own ? {} : { canonical: project.sub })}
      alternates={[
        { type: 'application/json', href: `${project.path}.json` },
        { type: 'application/atom+xml', href: `${project.path}/feed.atom` },
        { type: 'text/calendar', href: `${project.path}/milestones.ics` },
      ]}
    >
      <PageHeading
        over={page.t('projects.by.project', { who: lead.name })}
        lead={<LangTextView page={page} text={summary} />}
      >
        <LangTextView page={page} text={title} />
      </PageHeading>
      {own && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={own} />
        </div>
      )}
      <Notice page={page} row={project} provenance={own} />
      <Facts
        facts={[
          { label: page.t('projects.fact.members'), value: page.format.number(active) },
          ...(period === '' ? [] : [{ label: page.t('projects.fact.period'), value: <bdi>{period}</bdi> }]),
          ...sortingFacts(page, project.body),
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <section class="kn-flow" id="members-section">
            <h2 class="ds-heading" data-size="sm">
              {page.t('projects.members.title')}
            </h2>
            <MembersTable page={page} item={item} />
            <Details summary={page.t('projects.charter')}>
              <LangTextBlock page={page} text={charter} />
            </Details>
          </section>
          <Work page={page} item={item} />
          <section class="kn-flow" id="ledger">
            <h2 class="ds-heading" data-size="sm">
              {page.t('projects.ledger.title')}
            </h2>
            {ledger.entries.length === 0 ? (
              <EmptyState title={page.t('projects.ledger.empty')}>
                {page.t('projects.ledger.empty-text')}
              </EmptyState>
            ) : (
              <>
                <p class="kn-text">{page.t('projects.ledger.lead')}</p>
                <BalanceCharts page={page} balances={ledger.balances} />
                <BalanceTable page={page} balances={ledger.balances} />
                <p>
                  <a class="ds-link" href={`${project.path}/ledger`}>
                    {page.t('projects.ledger.all', { count: ledger.entries.length })}
                  </a>
                </p>
              </>
            )}
          </section>
          <Decisions page={page} item={item} />
          <Outputs page={page} item={item} />
          <Updates page={page} item={item} />
          <ProjectCalls page={page} item={item} />
          {links.length > 0 && (
            <ul class="kn-list">
              {links.map(({ label, url }) => (
                <li>
                  <a class="ds-link" href={url}>
                    <LangTextView page={page} text={label} />
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p class="kn-inline kn-small">
            {project.state === 'live' && <FollowLink page={page} subject={project.sub} />}
            <a class="ds-link" href={`${project.path}/feed.atom`}>
              {page.t('projects.list.feed')}
            </a>
            <a class="ds-link" href={`${project.path}.json`}>
              {page.t('projects.list.json')}
            </a>
          </p>
        </div>
        <aside class="kn-aside" aria-label={page.t('projects.aside')}>
          <ProjectActions page={page} item={item} />
          {own && <ProvenanceFull page={page} provenance={own} />}
          <TranslationNote page={page} text={title} by={lead.name} originalHref={`/records/${project.jti}`} />
        </aside>
      </div>
    </Layout>
  );
}

import { feedLinks } from '../../../kernel/feed/index.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import { LangTextView, Layout, PageHeading, ProvenanceLine, Row } from '../../../ui/index.ts';
import { type FacetCounts, filterParameters, type ProjectFilter } from '../filter.ts';
import type { Project } from '../project.ts';
import { FilteredList } from './filtered-list.tsx';

interface ListPageProps {
  page: PageContext;
  filter: ProjectFilter;
  list: Paged<SubjectRow<Project>>;
  counts: FacetCounts;
  provenance: ReadonlyMap<string, Provenance>;
  first: boolean;
  /** How many drafts the reader has. */
  drafts: number;
}

/** Projects of this node and its partners, newest first. */
export function ListPage({ page, filter, list, counts, provenance, first, drafts }: ListPageProps) {
  const title = page.t('projects.nav');
  const query = new URLSearchParams(filterParameters(filter)).toString();
  const publishes = page.may('projects.publish');
  return (
    <Layout
      page={page}
      title={title}
      description={page.t('projects.nav-about')}
      door="shared-work"
      noindex={!first || query !== ''}
      alternates={feedLinks('/projects', query, page.t('projects.feed.title', { name: page.self.name }))}
    >
      <PageHeading lead={page.t('projects.nav-about')}>{title}</PageHeading>
      <p class="kn-actions">
        {publishes && (
          <a class="ds-button" href="/projects/new">
            {page.t(drafts > 0 ? 'projects.list.drafts' : 'projects.list.start', { count: drafts })}
          </a>
        )}
        <a class="ds-link" href="/projects/calls">
          {page.t('projects.calls.title')}
        </a>
        <a class="ds-link" href="/projects/experts">
          {page.t('projects.experts.title')}
        </a>
      </p>
      <FilteredList
        page={page}
        path="/projects"
        words="projects.list"
        filter={filter}
        counts={counts}
        next={list.next}
        first={first}
        rows={list.items.map((item) => (
          <ProjectRow page={page} item={item} provenance={provenance.get(item.jti)} />
        ))}
      >
        <p class="kn-inline kn-small">
          <a class="ds-link" href={`/projects/feed.atom${query === '' ? '' : `?${query}`}`}>
            {page.t('projects.list.feed')}
          </a>
        </p>
      </FilteredList>
    </Layout>
  );
}

function ProjectRow({
  page,
  item,
  provenance,
}: {
  page: PageContext;
  item: SubjectRow<Project>;
  provenance: Provenance | undefined;
}) {
  const { title, summary, topics, partners } = item.body;
  return (
    <Row
      level={3}
      over={page.t('projects.by.project', { who: faceOf(page, item.node, provenance?.origin).name })}
      title={<LangTextView page={page} text={title} />}
      href={item.path}
      doubtful={provenance?.state === 'failed'}
      provenance={provenance && <ProvenanceLine page={page} provenance={provenance} link={false} />}
      end={
        <p class="kn-small kn-muted">
          {page.t('projects.list.partners', { count: partners.length })}
          <br />
          {topics.map((topic) => topicWord(page.t, topic)).join(' · ')}
        </p>
      }
    >
      <LangTextView page={page} text={summary} />
    </Row>
  );
}

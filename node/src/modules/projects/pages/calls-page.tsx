import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import { LangTextView, Layout, PageHeading, ProvenanceLine, Row, Tag } from '../../../ui/index.ts';
import type { Call } from '../call.ts';
import type { FacetCounts, ProjectFilter } from '../filter.ts';
import { deadlineOf } from '../read.ts';
import { FilteredList } from './filtered-list.tsx';
import { lastDay } from './words.ts';

interface CallsPageProps {
  page: PageContext;
  filter: ProjectFilter;
  list: Paged<SubjectRow<Call>>;
  counts: FacetCounts;
  provenance: ReadonlyMap<string, Provenance>;
  first: boolean;
}

/** Calls for partners, newest first. */
export function CallsPage({ page, filter, list, counts, provenance, first }: CallsPageProps) {
  const title = page.t('projects.calls.title');
  return (
    <Layout
      page={page}
      title={title}
      description={page.t('projects.calls.lead')}
      door="shared-work"
      crumbs={[{ label: page.t('projects.nav'), href: '/projects' }]}
      noindex={!first}
    >
      <PageHeading lead={page.t('projects.calls.lead')}>{title}</PageHeading>
      {page.may('projects.publish') && (
        <p class="kn-actions">
          <a class="ds-button" href="/projects/calls/new">
            {page.t('projects.calls.new')}
          </a>
        </p>
      )}
      <FilteredList
        page={page}
        path="/projects/calls"
        words="projects.calls"
        filter={filter}
        counts={counts}
        next={list.next}
        first={first}
        rows={list.items.map((item) => (
          <CallRow page={page} item={item} provenance={provenance.get(item.jti)} />
        ))}
      />
    </Layout>
  );
}

function CallRow({
  page,
  item,
  provenance,
}: {
  page: PageContext;
  item: SubjectRow<Call>;
  provenance: Provenance | undefined;
}) {
  const { title, topics } = item.body;
  const deadline = deadlineOf(item.body);
  return (
    <Row
      level={3}
      over={<bdi>{faceOf(page, item.node, provenance?.origin).name}</bdi>}
      title={<LangTextView page={page} text={title} />}
      href={item.path}
      doubtful={provenance?.state === 'failed'}
      provenance={provenance && <ProvenanceLine page={page} provenance={provenance} link={false} />}
      end={
        <>
          <Tag page={page} status={deadline > page.now ? 'open' : 'closed'} />
          <p class="kn-small kn-muted">
            {page.t('projects.milestones.due', { date: lastDay(page, deadline) })}
          </p>
        </>
      }
    >
      {topics.map((topic) => topicWord(page.t, topic)).join(' · ')}
    </Row>
  );
}

import type { PageContext } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  LangTextView,
  Layout,
  Num,
  PageHeading,
  Pagination,
  Table,
  Tag,
  TimeLines,
} from '../../../ui/index.ts';
import type { Timeline } from '../read.ts';
import { Views } from './views.tsx';
import { lastDay } from './words.ts';

interface TimelinePageProps {
  page: PageContext;
  timeline: Timeline;
  /** Whether it is the first part of the year. */
  first: boolean;
}

/** Commitments and their deadlines along time, a year at a time, those that end soonest first. */
export function TimelinePage({ page, timeline, first }: TimelinePageProps) {
  const { items: rows, next } = timeline;
  const title = page.t('commitments.view.timeline');
  const { date, number } = page.format;
  return (
    <Layout page={page} title={title} door="commitments">
      <PageHeading lead={page.t('commitments.view.timeline-lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Views page={page} current="timeline" />
        <Years page={page} timeline={timeline} />
        {rows.length === 0 ? (
          <EmptyState title={page.t('commitments.list.none')}>
            {page.t('commitments.list.none-text')}
          </EmptyState>
        ) : (
          <>
            <TimeLines
              page={page}
              label={page.t('commitments.view.timeline-figure', { count: rows.length })}
              today={page.t('commitments.view.today')}
              lines={rows.map(({ from, to, deadlines, state }, i) => ({
                name: number(i + 1),
                from,
                to,
                moments: deadlines,
                state,
              }))}
            />
            <Table
              id="timeline"
              caption={page.t('commitments.view.timeline-table')}
              columns={[
                { label: page.t('commitments.view.commitment') },
                { label: page.t('commitments.field.start') },
                { label: page.t('commitments.field.end') },
                { label: page.t('commitments.milestones') },
                { label: page.t('commitments.facet.timing') },
              ]}
              rows={rows.map(({ commitment, from, to, deadlines, state }, i) => [
                <>
                  {number(i + 1)}{' '}
                  <a class="ds-link" href={commitment.path}>
                    <LangTextView page={page} text={commitment.body.title} />
                  </a>
                </>,
                date(from),
                lastDay(page, to),
                deadlines.map(({ at }) => lastDay(page, at)).join(' · '),
                state === 'no-deadline' ? '' : <Tag page={page} status={state} />,
              ])}
            />
            <Pagination
              page={page}
              first={first ? undefined : addressOf(timeline)}
              next={next === null ? undefined : `${addressOf(timeline)}&after=${next}`}
            />
          </>
        )}
      </div>
    </Layout>
  );
}

function addressOf({ year }: Pick<Timeline, 'year'>): string {
  return `/commitments/timeline?year=${year}`;
}

/** The years in which commitments end, the one that is shown without a link. */
function Years({ page, timeline: { years, year } }: { page: PageContext; timeline: Timeline }) {
  if (years.length < 2) return null;
  return (
    <nav aria-label={page.t('commitments.view.timeline-years')}>
      <ul class="kn-list kn-inline">
        {years.map((one) => (
          <li>
            {one.year === year ? (
              <strong aria-current="page">{one.year}</strong>
            ) : (
              <a class="ds-link" href={addressOf(one)}>
                {one.year}
              </a>
            )}{' '}
            (<Num page={page} value={one.count} />)
          </li>
        ))}
      </ul>
    </nav>
  );
}

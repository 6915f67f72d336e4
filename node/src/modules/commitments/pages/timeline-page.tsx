import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, LangTextView, Layout, PageHeading, Table, Tag, TimeLines } from '../../../ui/index.ts';
import type { TimelineRow } from '../read.ts';
import { Views } from './views.tsx';
import { lastDay } from './words.ts';

/** Commitments and their deadlines along time, those that end soonest first. */
export function TimelinePage({ page, rows }: { page: PageContext; rows: readonly TimelineRow[] }) {
  const title = page.t('commitments.view.timeline');
  const { date, number } = page.format;
  return (
    <Layout page={page} title={title} door="commitments">
      <PageHeading lead={page.t('commitments.view.timeline-lead')}>{title}</PageHeading>
      <div class="kn-flow">
        <Views page={page} current="timeline" />
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
          </>
        )}
      </div>
    </Layout>
  );
}

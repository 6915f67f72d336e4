import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, LangTextView, Layout, PageHeading, Table, Tag, Time } from '../../../ui/index.ts';
import type { EventItem, ListedRegistration } from '../read.ts';
import { KEPT_DAYS } from '../registration/personal-data.ts';
import { eventCrumbs } from './crumbs.ts';

interface RegistrationsPageProps {
  page: PageContext;
  item: EventItem;
  registrations: readonly ListedRegistration[];
}

/** Who registered, in the order in which they came; for those who run the event. */
export function RegistrationsPage({ page, item: { event }, registrations }: RegistrationsPageProps) {
  const title = page.t('events.registrations.title');
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={eventCrumbs(page, event)} noindex>
      <PageHeading
        over={<LangTextView page={page} text={event.body.title} />}
        lead={page.t('events.registrations.lead', { days: KEPT_DAYS })}
      >
        {title}
      </PageHeading>
      {registrations.length === 0 ? (
        <EmptyState title={page.t('events.registrations.none')}>
          {page.t('events.registrations.none-text')}
        </EmptyState>
      ) : (
        <div class="kn-flow">
          <Table
            id="registrations"
            caption={page.t('events.registrations.caption')}
            columns={['name', 'attendance', 'state', 'email', 'home', 'registered'].map((name) => ({
              label: page.t(`events.registrations.${name}`),
            }))}
            rows={registrations.map((one) => [
              <bdi>{one.name}</bdi>,
              page.t(`events.mode.${one.attendance}`),
              <Tag page={page} status={one.state === 'in' ? 'done' : 'waiting'}>
                {page.t(`events.registrations.is-${one.state}`)}
              </Tag>,
              one.email === null ? '' : <bdi dir="ltr">{one.email}</bdi>,
              <bdi>{faceOf(page, one.home).name}</bdi>,
              <Time page={page} value={one.registeredAt} />,
            ])}
          />
          <p>
            <a class="ds-link" href={`${event.path}/registrations.csv`} download="registrations.csv">
              {page.t('events.registrations.csv')}
            </a>
          </p>
        </div>
      )}
    </Layout>
  );
}

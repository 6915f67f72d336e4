import type { PageContext } from '../../../kernel/web/page.ts';
import type { Paged } from '../../../kernel/web/paging.ts';
import {
  addressWith,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  Table,
  Time,
} from '../../../ui/index.ts';
import type { AuditFilter, AuditView } from '../read/audit.ts';
import { actorWords, actWords } from '../words.ts';
import { staffCrumbs } from './staff-page.tsx';

const AREAS = ['role', 'invitation', 'token', 'record', 'partner', 'key', 'account'];

interface AuditPageProps {
  page: PageContext;
  entries: Paged<AuditView>;
  filter: AuditFilter;
  first: boolean;
}

/** Who did what, when, to what. */
export function AuditPage({ page, entries, filter, first }: AuditPageProps) {
  const title = page.t('staff.audit.title');
  return (
    <Layout page={page} title={title} crumbs={staffCrumbs(page)} noindex>
      <PageHeading lead={page.t('staff.audit.lead')}>{title}</PageHeading>
      <form class="kn-form" method="get" action="/staff/audit">
        <SelectField
          page={page}
          name="act"
          label={page.t('staff.audit.filter')}
          empty={page.t('staff.audit.all')}
          choices={AREAS.map((area) => ({ value: area, label: page.t(`staff.area.${area}`) }))}
          value={filter.act}
        />
        {filter.actor !== undefined && <input type="hidden" name="actor" value={filter.actor} />}
        <p class="kn-actions">
          <button class="ds-button" data-variant="secondary" type="submit">
            {page.t('staff.audit.show')}
          </button>
          <a class="ds-link" href={csvAddress(filter)} download>
            {page.t('staff.audit.csv')}
          </a>
          {filter.actor !== undefined && (
            <a class="ds-link" href={addressWith(page, { actor: null, after: null })}>
              {page.t('staff.audit.everybody')}
            </a>
          )}
        </p>
      </form>
      {entries.items.length === 0 ? (
        <EmptyState title={page.t('staff.audit.none')} />
      ) : (
        <Table
          id="audit"
          caption={title}
          columns={['when', 'who', 'what', 'on'].map((column) => ({
            label: page.t(`staff.audit.${column}`),
          }))}
          rows={entries.items.map((entry) => [
            <Time page={page} value={entry.at} as="full" />,
            <a class="ds-link" href={addressWith(page, { actor: entry.actor, after: null })}>
              <bdi>{actorWords(page, entry.actor, entry.name)}</bdi>
            </a>,
            actWords(page, entry.act),
            <SubjectOf entry={entry} />,
          ])}
        />
      )}
      <Pagination
        page={page}
        first={first ? undefined : addressWith(page, { after: null })}
        next={entries.next === null ? undefined : addressWith(page, { after: entries.next })}
      />
    </Layout>
  );
}

function SubjectOf({ entry: { subject, detail } }: { entry: AuditView }) {
  const href = pageOf(subject, detail.jti);
  const text = <bdi dir="ltr">{subject}</bdi>;
  return href === null ? (
    text
  ) : (
    <a class="ds-link" href={href}>
      {text}
    </a>
  );
}

/** Where to read more: of what was published the record, since not every subject has a page of its own. */
function pageOf(subject: string, jti: unknown): string | null {
  if (typeof jti === 'string') return `/records/${jti}`;
  if (subject.startsWith('/records/')) return subject;
  return subject.startsWith('person:') ? `/staff/people/${subject.slice('person:'.length)}` : null;
}

function csvAddress({ act, actor }: AuditFilter): string {
  const query = new URLSearchParams();
  if (act !== undefined) query.set('act', act);
  if (actor !== undefined) query.set('actor', actor);
  const text = query.toString();
  return `/staff/audit.csv${text === '' ? '' : `?${text}`}`;
}

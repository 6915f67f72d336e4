import type { PageContext } from '../../../kernel/web/index.ts';
import { DotDays, Num, Table, Time } from '../../../ui/index.ts';
import { type CosignedDays, DAYS } from '../read/cosigned-days.ts';
import type { PartnerView } from '../read/partner.ts';

const DAY_MS = 86_400_000;

/** Thirty days of cosignatures, one line of dots for each witness, and the same in a table. */
export function Cosigned({ page, view }: { page: PageContext; view: PartnerView }) {
  const who = view.partner.name;
  const first = new Date(page.now.getTime() - (DAYS - 1) * DAY_MS);
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('partners.cosigned.title', { who })}
      </h2>
      <p class="kn-text">{page.t('partners.cosigned.lead')}</p>
      {view.cosigned.map((row) => (
        <div>
          <p class="kn-small">
            <strong>{page.t('partners.cosigned.by', { who: row.face.name })}</strong>
            {page.t('partners.cosigned.after-name')} {daysWords(page, row)}
          </p>
          <DotDays
            page={page}
            days={row.days}
            label={`${page.t('partners.cosigned.by', { who: row.face.name })}: ${daysWords(page, row)}`}
          />
        </div>
      ))}
      <p class="kn-small kn-muted kn-ends">
        <Time page={page} value={first} as="date" />
        <Time page={page} value={page.now} as="date" />
      </p>
      <Table
        id="cosigned"
        caption={page.t('partners.cosigned.caption')}
        columns={[
          { label: page.t('partners.cosigned.witness') },
          { label: page.t('partners.cosigned.days') },
          { label: page.t('partners.cosigned.last') },
          { label: page.t('partners.cosigned.size'), numeric: true },
        ]}
        rows={view.cosigned.map((row) => [
          <a class="ds-link" href={row.face.node === page.self.node ? '/log' : `/partners/${row.face.host}`}>
            <bdi>{row.face.name}</bdi>
          </a>,
          daysWords(page, row),
          row.last === null ? '–' : <Time page={page} value={row.last} />,
          row.size === null ? '–' : <Num page={page} value={row.size} />,
        ])}
      />
    </>
  );
}

function daysWords(page: PageContext, { days, counted }: CosignedDays): string {
  const done = days.filter((day) => day === 'done').length;
  const stopped = days.includes('failed');
  return page.t(stopped ? 'partners.cosigned.stopped' : 'partners.cosigned.of', { done, count: counted });
}

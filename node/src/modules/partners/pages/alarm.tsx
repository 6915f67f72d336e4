import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/index.ts';
import {
  Alert,
  Chain,
  type ChainStep,
  Dot,
  Fingerprint,
  Num,
  Panel,
  Seal,
  Table,
  Tag,
  Time,
} from '../../../ui/index.ts';
import type { AlertView } from '../read/alerts.ts';
import type { PartnerView } from '../read/partner.ts';
import { Cosigned } from './cosigned.tsx';
import { EarlierAlarms } from './earlier-alarms.tsx';
import { Refused } from './refused.tsx';

interface AlarmProps {
  page: PageContext;
  view: PartnerView;
  alarm: AlertView;
}

const CODES = new Set(['two-histories', 'rolled-back', 'bad-tiles', 'bad-root', 'bad-signature']);

/** What happened, what we did, what still counts, what it means for the reader, what happens next, the evidence. */
export function Alarm({ page, view, alarm }: AlarmProps) {
  const who = view.partner.name;
  const code = CODES.has(alarm.code) ? alarm.code : 'other';
  const when = page.format.when(alarm.raisedAt, page.now);
  const peer = alarm.peer;
  const happened = code === 'two-histories' && peer !== null ? 'two-histories-peer' : code;
  return (
    <>
      <Alert color="danger" title={page.t(`partners.alarm.${code}.title`, { who })}>
        {page.t(`partners.alarm.${happened}.text`, { who, when, peer: peer ?? '' })}
      </Alert>
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <Part title={page.t('partners.alarm.did')}>{page.t('partners.alarm.did-text', { who, when })}</Part>
          <Part title={page.t('partners.alarm.counts')}>
            {alarm.commonSize === null
              ? page.t('partners.alarm.counts-unknown', { who })
              : page.t('partners.alarm.counts-text', { count: alarm.commonSize })}
          </Part>
          <Part title={page.t('partners.alarm.means')}>{page.t('partners.alarm.means-text', { who })}</Part>
          <Part title={page.t('partners.alarm.next')}>{page.t('partners.alarm.next-text', { who })}</Part>
          <Versions page={page} view={view} alarm={alarm} />
          <Cosigned page={page} view={view} />
          <Refused page={page} view={view} />
          <EarlierAlarms page={page} view={view} />
        </div>
        <aside class="kn-aside">
          <Evidence page={page} view={view} alarm={alarm} />
        </aside>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: Child }) {
  return (
    <div class="kn-text kn-part">
      <h2 class="ds-heading" data-size="2xs">
        {title}
      </h2>
      <p>{children}</p>
    </div>
  );
}

/** Where to get one of the two signed versions. */
function evidenceHref({ view, alarm }: Pick<AlarmProps, 'view' | 'alarm'>, side: 'ours' | 'theirs'): string {
  return `/partners/${view.partner.host}/alerts/${alarm.id}/${side}`;
}

function Versions({ page, view, alarm }: AlarmProps) {
  const { ours, theirs, peer } = alarm;
  if (ours === null && theirs === null) return null;
  const signed = (
    <Tag page={page} status="done">
      {page.t('partners.versions.yes')}
    </Tag>
  );
  const row = (shown: string, side: 'ours' | 'theirs', note: typeof ours): Child[][] =>
    note === null
      ? []
      : [
          [
            <a class="ds-link" href={evidenceHref({ view, alarm }, side)}>
              <bdi>{shown}</bdi>
            </a>,
            <Num page={page} value={note.size} />,
            <Fingerprint value={note.root} />,
            signed,
          ],
        ];
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('partners.versions.title')}
      </h2>
      <Table
        id="versions"
        caption={page.t('partners.versions.caption', { who: view.partner.name })}
        columns={[
          { label: page.t('partners.versions.shown') },
          { label: page.t('partners.versions.size'), numeric: true },
          { label: page.t('partners.versions.root') },
          { label: page.t('partners.versions.signed', { who: view.partner.name }) },
        ]}
        rows={[
          ...row(page.self.name, 'ours', ours),
          ...row(peer ?? page.t('partners.versions.other'), 'theirs', theirs),
        ]}
      />
    </>
  );
}

function Evidence({ page, view, alarm }: AlarmProps) {
  const { partner } = view;
  const { record, confirmations } = alarm;
  const both = alarm.ours !== null && alarm.theirs !== null;
  const steps: ChainStep[] = [
    {
      mark: <Seal face={partner} as="failed" />,
      title: page.t(both ? 'partners.evidence.two' : 'partners.evidence.one'),
      detail: page.t(`partners.evidence.${both ? 'two' : 'one'}-text`),
      open: true,
    },
    {
      mark: record === null ? <Dot as="waiting" /> : <Seal face={page.self} as="signed" />,
      title: page.t('partners.evidence.alert', { who: page.self.name }),
      detail: (
        <>
          {record !== null && (
            <>
              <a class="ds-link" href={`/records/${record.jti}`}>
                {record.index === null
                  ? page.t('ui.provenance.record')
                  : page.t('ui.provenance.record-number', { index: record.index })}
              </a>
              {', '}
            </>
          )}
          <Time page={page} value={alarm.raisedAt} />
        </>
      ),
    },
    ...confirmations.map((one): ChainStep => {
      const face = page.thread.partners.find((other) => other.node === one.node);
      return {
        mark: face === undefined ? <Dot as="done" /> : <Seal face={face} as="cosigned" />,
        title: page.t('partners.evidence.confirmed', { who: one.name }),
        detail: (
          <>
            <a class="ds-link" href={`/records/${one.jti}`}>
              {page.t('ui.provenance.record-number', { index: one.index })}
            </a>
            {', '}
            <Time page={page} value={one.at} />
          </>
        ),
      };
    }),
  ];
  return (
    <Panel title={page.t('partners.evidence.title')} edge="alarm">
      <Chain steps={steps} />
      {(['ours', 'theirs'] as const).map(
        (side) =>
          alarm[side] !== null && (
            <p class="kn-small">
              <a class="ds-link" href={evidenceHref({ view, alarm }, side)} download>
                {page.t(`partners.evidence.${side}`)}
              </a>
            </p>
          ),
      )}
    </Panel>
  );
}

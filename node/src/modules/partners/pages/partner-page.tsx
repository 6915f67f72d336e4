import type { PageContext } from '../../../kernel/web/index.ts';
import { Facts, FollowLink, Layout, Num, Seal, type SealState, Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';
import { Alarm } from './alarm.tsx';
import { Cosigned } from './cosigned.tsx';
import { EarlierAlarms } from './earlier-alarms.tsx';
import { Refused } from './refused.tsx';
import { SharedPanel } from './shared-panel.tsx';
import { StateAlert, stateOf } from './state-alert.tsx';
import { TrustChain } from './trust-chain.tsx';
import { TrustDecisionPart } from './trust-decision.tsx';

const SEALS: Record<ReturnType<typeof stateOf>, SealState> = {
  agrees: 'checked',
  waiting: 'waiting',
  unreachable: 'waiting',
  alarm: 'failed',
  removed: 'plain',
};

/** One partner: its state in a sentence, then what that rests on. */
export function PartnerPage({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner, alarm } = view;
  return (
    <Layout page={page} title={partner.name} door="partners" faces={[partner]}>
      <div class="kn-who kn-heading">
        <Seal face={partner} as={SEALS[stateOf(page, view)]} size="lg" />
        <div>
          <h1 class="ds-heading" data-size="lg">
            <bdi>{partner.name}</bdi>
            <NativeName view={view} />
          </h1>
          <p class="kn-muted">
            {partner.profile.body !== undefined && (
              <>
                <bdi>{partner.profile.body}</bdi>
                {' · '}
              </>
            )}
            <a class="ds-link" href={partner.node} dir="ltr">
              {partner.host}
            </a>
          </p>
        </div>
      </div>
      <StateAlert page={page} view={view} />
      {alarm === null ? <InOrder page={page} view={view} /> : <Alarm page={page} view={view} alarm={alarm} />}
    </Layout>
  );
}

function NativeName({ view }: { view: PartnerView }) {
  const { name, nativeName, nativeLang } = view.partner.profile;
  if (nativeName === undefined || nativeName === name) return null;
  return (
    <>
      {' '}
      <span class="kn-native" lang={nativeLang} dir="auto">
        {nativeName}
      </span>
    </>
  );
}

function InOrder({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner, size, refused } = view;
  return (
    <>
      <Facts
        facts={[
          {
            label: page.t('partners.fact.last'),
            value:
              partner.lastOkAt === null ? (
                page.t('partners.fact.never')
              ) : (
                <Time page={page} value={partner.lastOkAt} />
              ),
          },
          { label: page.t('partners.fact.records'), value: <Num page={page} value={size} /> },
          {
            label: page.t('partners.fact.refused'),
            value:
              refused.count === 0 ? (
                page.t('partners.fact.none')
              ) : (
                <a class="ds-link" href="#refused">
                  <Num page={page} value={refused.count} />
                </a>
              ),
          },
          {
            label: page.t('partners.fact.since'),
            value: <Time page={page} value={partner.addedAt} as="date" />,
          },
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <Cosigned page={page} view={view} />
          <TrustChain page={page} view={view} />
          <TrustDecisionPart page={page} view={view} />
          <Refused page={page} view={view} />
          <EarlierAlarms page={page} view={view} />
        </div>
        <aside class="kn-aside">
          <SharedPanel page={page} view={view} />
          <p>
            <FollowLink page={page} node={partner.node} />
          </p>
        </aside>
      </div>
    </>
  );
}

import type { PageContext } from '../../../kernel/web/index.ts';
import { Alert, Say, Time } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';

type State = 'agrees' | 'waiting' | 'unreachable' | 'alarm' | 'removed';

/** As the thread under the masthead has it, so that page and masthead never differ. */
export function stateOf(page: PageContext, { partner, alarm }: PartnerView): State {
  if (partner.state === 'removed') return 'removed';
  if (partner.state === 'frozen' || alarm !== null) return 'alarm';
  return page.thread.partners.find((one) => one.node === partner.node)?.state ?? 'waiting';
}

/** The state of a partner in one sentence. An alarm has its own words. */
export function StateAlert({ page, view }: { page: PageContext; view: PartnerView }) {
  const who = view.partner.name;
  const state = stateOf(page, view);
  if (state === 'alarm') {
    // A frozen log always has an open alert; without one there is only this to say.
    return view.alarm === null ? (
      <Alert color="danger">{page.t('partners.state.frozen', { who })}</Alert>
    ) : null;
  }
  if (state === 'agrees') return <InOrderAlert page={page} view={view} />;
  const last = view.partner.lastOkAt;
  return (
    <Alert color={state === 'unreachable' ? 'warning' : 'info'}>
      {state === 'unreachable' && last !== null ? (
        <Say
          page={page}
          id="partners.state.unreachable"
          with={{ who, when: <Time page={page} value={last} /> }}
        />
      ) : (
        page.t(`partners.state.${state === 'removed' ? 'removed' : 'waiting'}`, { who })
      )}
    </Alert>
  );
}

function InOrderAlert({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner, refused, agreement } = view;
  const same = agreement.filter(({ state }) => state === 'agrees').map(({ peer }) => peer);
  return (
    <Alert color="success">
      <strong>{page.t('partners.state.order', { who: partner.name })}</strong>{' '}
      {page.t('partners.state.read', { refused: refused.count })}{' '}
      {same.length > 0 &&
        page.t('partners.state.same', { count: same.length, names: page.format.list(same) })}
    </Alert>
  );
}

import type { PageContext, ThreadState } from '../../../kernel/web/page.ts';
import {
  AllianceDrawing,
  type AllianceLink,
  type AllianceNode,
  reasonWords,
  Say,
} from '../../../ui/index.ts';
import type { Home } from '../read.ts';

/** More partners than this are counted, not named. */
const NAMED = 3;

/** What one can do here in two sentences, two links, and the alliance. */
export function Band({ page, home }: { page: PageContext; home: Home }) {
  const { partners } = page.thread;
  const name = page.self.name;
  return (
    <div class="kn-band">
      <div class="kn-wrap kn-cols" data-side="wide">
        <div class="kn-flow">
          <h1 class="ds-heading" data-size="xl">
            <Say page={page} id="home.band.title" with={{ name }} />
          </h1>
          <p class="kn-lead">
            {page.t('home.band.lead')} {partners.length > 0 && <WhoChecks page={page} />}
          </p>
          <p class="kn-actions">
            <a class="ds-button" href="/shared-work">
              {page.t('home.band.see')}
            </a>
            <a class="ds-link" href="#how">
              {page.t('home.how')}
            </a>
          </p>
        </div>
        <AllianceDrawing
          page={page}
          partners={partners.map((partner) => ({ ...partner, note: noteOf(page, partner) }))}
          links={linksOf(page, home)}
          label={drawingLabel(page)}
          words={partners.length > 0 ? page.t('home.alliance.words') : undefined}
        />
      </div>
    </div>
  );
}

function WhoChecks({ page }: { page: PageContext }) {
  const { partners } = page.thread;
  const count = partners.length;
  if (count > NAMED) return <>{page.t('home.band.partners-many', { count })}</>;
  const names = page.format.list(partners.map((partner) => partner.name));
  return <>{page.t('home.band.partners', { count, names })}</>;
}

type ThreadPartner = ThreadState['partners'][number];

function noteOf(page: PageContext, partner: ThreadPartner): string {
  if (partner.state === 'alarm') return reasonWords(page, partner.code);
  if (partner.lastOkAt === null) return page.t('home.alliance.waiting');
  const when = page.format.when(partner.lastOkAt, page.now);
  return page.t(partner.state === 'agrees' ? 'home.alliance.checked' : 'home.alliance.reached', { when });
}

/** We draw what we know: our own checks, and the cosignatures that we have seen of others. */
function linksOf(page: PageContext, home: Home): AllianceLink[] {
  const states = new Map<string, AllianceNode['state']>(
    page.thread.partners.map((partner) => [partner.node, partner.state]),
  );
  const linkState = (node: string): AllianceLink['state'] => {
    const state = states.get(node);
    return state === 'alarm' ? 'alarm' : state === 'agrees' || state === undefined ? 'agrees' : 'waiting';
  };
  const ours = page.thread.partners.map(({ node }) => ({
    from: page.self.node,
    to: node,
    state: linkState(node),
  }));
  const theirs = home.witnessing
    .filter(({ by }) => by !== page.self.node)
    .map(({ by, node }) => ({ from: by, to: node, state: linkState(node) }));
  return [...ours, ...theirs];
}

function drawingLabel(page: PageContext): string {
  const { partners, state } = page.thread;
  if (state === 'alone') return page.t('home.alliance.label-alone', { name: page.self.name });
  const names = page.format.list([page.self.name, ...partners.map((partner) => partner.name)]);
  return page.t('home.alliance.label', { names });
}

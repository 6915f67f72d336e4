import { HomeLoginError, HomeNotTrusted, type LoginNotBegun } from '../../../kernel/login/index.ts';
import type { NodeFace, PageContext } from '../../../kernel/web/index.ts';
import { Alert, Details, Layout, PageHeading, Say } from '../../../ui/index.ts';
import { DecisionSteps } from '../../partners/index.ts';

interface HomeFailurePageProps {
  page: PageContext;
  error: HomeLoginError | LoginNotBegun;
  /** The home node, where it is a partner. */
  home: NodeFace | null;
  to: string;
}

/** Causes of a refusal that have words of their own; the trust page has every step. */
const CAUSES: Readonly<Record<string, string>> = {
  removed: 'removed',
  frozen: 'frozen',
  unreachable: 'unreachable',
  'too-slow': 'unreachable',
  'server-error': 'unreachable',
  'not-found': 'not-found',
  expired: 'expired',
  'issued-in-future': 'expired',
  'no-authority-hints': 'no-chain',
  'not-pinned': 'no-chain',
  'bad-signature': 'wrong-key',
  'unknown-kid': 'wrong-key',
};

/** Why a login at home did not come about, what was kept, and what can be done. */
export function HomeFailurePage({ page, error, home, to }: HomeFailurePageProps) {
  const who = home?.name ?? (error instanceof HomeLoginError ? new URL(error.home).host : page.self.name);
  const title = page.t('session.failure.title');
  const levels = Object.entries(error.args).filter(([name]) => name === 'has' || name === 'needs');
  const args = Object.fromEntries(levels.map(([name, level]) => [name, page.t(`session.level.${level}`)]));
  return (
    <Layout page={page} title={title} faces={home ? [home] : []} noindex>
      <PageHeading>{title}</PageHeading>
      <div class="kn-flow">
        <Alert color="warning">
          <Say page={page} id={`session.failure.${error.code}`} args={args} with={{ who }} />
        </Alert>
        {error instanceof HomeNotTrusted && <TrustCause page={page} error={error} who={who} />}
        {error instanceof HomeNotTrusted && <TrustSteps page={page} error={error} who={who} />}
        <p class="kn-text">{page.t('session.failure.kept')}</p>
        <p class="kn-text">{page.t(`session.failure.do.${error.code}`)}</p>
        <ul class="ds-list">
          <li>
            <a class="ds-link" href={to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`}>
              {page.t('session.failure.again')}
            </a>
          </li>
          {home !== null && (
            <li>
              <a class="ds-link" href={`/partners/${home.host}`}>
                <Say page={page} id="session.failure.partner" with={{ who }} />
              </a>
            </li>
          )}
        </ul>
        <p class="kn-small kn-muted">
          <Say
            page={page}
            id="session.failure.number"
            with={{ code: <code dir="ltr">{error.code}</code>, id: <code dir="ltr">{page.requestId}</code> }}
          />
        </p>
      </div>
    </Layout>
  );
}

/** How it was decided; where this node stopped working with the other, its chain was not the reason. */
function TrustSteps({ page, error, who }: { page: PageContext; error: HomeNotTrusted; who: string }) {
  const { decision, stopped } = error;
  if (decision === null || stopped !== null) return null;
  return (
    <Details summary={page.t('session.failure.steps')}>
      <DecisionSteps page={page} who={who} decision={decision} level={2} />
    </Details>
  );
}

function TrustCause({ page, error, who }: { page: PageContext; error: HomeNotTrusted; who: string }) {
  const cause = error.stopped ?? error.decision?.reason?.cause ?? '';
  const known = Object.hasOwn(CAUSES, cause) ? CAUSES[cause] : 'other';
  return (
    <p class="kn-text">
      <Say
        page={page}
        id={`session.failure.cause.${known}`}
        with={{ who, code: <code dir="ltr">{cause}</code> }}
      />
    </p>
  );
}

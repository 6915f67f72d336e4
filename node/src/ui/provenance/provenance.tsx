import type { Child } from 'hono/jsx';
import type { PageContext, Provenance } from '../../kernel/web/page.ts';
import { Chain, type ChainStep } from '../chain.tsx';
import { Panel } from '../panel.tsx';
import { Say } from '../say.tsx';
import { Dot, Seal } from '../seal.tsx';
import { Time } from '../time.tsx';
import { authorSeal, cosignerSeal, orderedCosigners, ProvenanceSeals } from './seals.tsx';
import { erasureWords, ProvenanceWords, reasonWords } from './words.tsx';

interface ProvenanceProps {
  page: PageContext;
  provenance: Provenance;
}

/** One line for lists: small seals and the words. */
export function ProvenanceLine({ page, provenance, link = true }: ProvenanceProps & { link?: boolean }) {
  return (
    <p class="kn-prov">
      <ProvenanceSeals page={page} provenance={provenance} />
      <ProvenanceWords page={page} provenance={provenance} link={link} />
    </p>
  );
}

/** A statement that hangs from its author's seal; the checkers stand at the end of its top edge, the words at the foot. */
export function ProvenanceEdge({ page, provenance, children }: ProvenanceProps & { children: Child }) {
  return (
    <article class="kn-panel" data-hang data-edge={provenance.state === 'failed' ? 'alarm' : 'thread'}>
      <div class="kn-hang">
        <Seal face={provenance.origin} as={authorSeal(provenance)} size="h" />
        <ProvenanceSeals page={page} provenance={provenance} checkersOnly />
      </div>
      {children}
      <p class="kn-prov">
        <ProvenanceWords page={page} provenance={provenance} />
      </p>
    </article>
  );
}

/** "Where this comes from": the whole chain, with every check and its time. */
export function ProvenanceFull({ page, provenance }: ProvenanceProps) {
  return (
    <Panel title={page.t('ui.provenance.title')} edge={provenance.state === 'failed' ? 'alarm' : 'thread'}>
      <Chain steps={provenanceSteps(page, provenance)} />
      <p class="kn-small">
        <a class="ds-link" href={provenance.recordPath}>
          {provenance.index === null
            ? page.t('ui.provenance.record-check')
            : page.t('ui.provenance.record-number-check', {
                index: provenance.index,
                own: provenance.own ? 'yes' : 'no',
                who: provenance.origin.name,
              })}
        </a>
      </p>
    </Panel>
  );
}

function provenanceSteps(page: PageContext, provenance: Provenance): ChainStep[] {
  const { origin, state, stateAt } = provenance;
  const cosigners = orderedCosigners(page, provenance);
  const body = origin.profile.body;
  const signedAt = <Time page={page} value={provenance.signedAt} />;
  const steps: ChainStep[] = [
    {
      mark: <Seal face={origin} as={authorSeal(provenance)} />,
      title: <Say page={page} id="ui.provenance.signed-by" with={{ who: origin.name }} />,
      detail:
        body === undefined ? (
          signedAt
        ) : (
          <Say page={page} id="ui.provenance.signed-detail" with={{ body, when: signedAt }} />
        ),
      open: state === 'failed' || cosigners[0]?.cosigned === false,
    },
  ];
  if (state === 'erased') {
    steps.push({
      mark: <Dot as="waiting" />,
      title: page.t('ui.provenance.step-erased'),
      detail: (
        <>
          {stateAt && <Time page={page} value={stateAt} />}.{' '}
          {erasureWords(page, provenance.code ?? provenance.reason)}
        </>
      ),
    });
    return steps;
  }
  if (state === 'withdrawn') {
    steps.push({
      mark: <Dot as="waiting" />,
      title: page.t('ui.provenance.step-withdrawn'),
      detail: stateAt ? (
        <Say
          page={page}
          id="ui.provenance.withdrawn-detail"
          with={{ when: <Time page={page} value={stateAt} />, reason: provenance.reason ?? '' }}
        />
      ) : (
        <bdi>{provenance.reason}</bdi>
      ),
    });
  }
  if (state === 'failed') {
    steps.push({
      mark: <Dot as="failed" />,
      title: page.t('ui.status.not-confirmed'),
      detail: reasonWords(page, provenance.code),
    });
    return steps;
  }
  cosigners.forEach((cosigner, i) => {
    const next = cosigners[i + 1];
    const as = cosignerSeal(page, provenance, cosigner);
    steps.push({
      mark: <Seal face={cosigner.face} as={as} />,
      ...checkWords(page, provenance, cosigner, as === 'checked'),
      open: next !== undefined && !next.cosigned,
    });
  });
  return steps;
}

function checkWords(
  page: PageContext,
  provenance: Provenance,
  cosigner: Provenance['cosigners'][number],
  checked: boolean,
): Pick<ChainStep, 'title' | 'detail'> {
  if (checked && provenance.checkedAt) {
    return {
      title: page.t('ui.provenance.checked-here'),
      detail: (
        <Say
          page={page}
          id="ui.provenance.checked-what"
          with={{ when: <Time page={page} value={provenance.checkedAt} /> }}
        />
      ),
    };
  }
  const who = cosigner.face.name;
  if (cosigner.cosigned) {
    return {
      title: <Say page={page} id="ui.provenance.cosigned-by" with={{ who }} />,
      detail: cosigner.at && <Time page={page} value={cosigner.at} />,
    };
  }
  return {
    title: <Say page={page} id="ui.provenance.waiting-for" with={{ who }} />,
    detail: cosigner.lastSeenAt && (
      <Say
        page={page}
        id="ui.provenance.last-seen"
        with={{ when: <Time page={page} value={cosigner.lastSeenAt} /> }}
      />
    ),
  };
}

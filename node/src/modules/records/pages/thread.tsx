import type { PageContext } from '../../../kernel/web/index.ts';
import {
  Chain,
  type ChainStep,
  Dot,
  Fingerprint,
  Num,
  reasonWords,
  Say,
  Seal,
  Time,
} from '../../../ui/index.ts';
import type { RecordView } from '../read.ts';

/** From the act to the seals of the partners, one knot after the other. */
export function RecordThread({ page, record }: { page: PageContext; record: RecordView }) {
  return (
    <Chain steps={[...actSteps(page, record), ...placeSteps(page, record), ...checkSteps(page, record)]} />
  );
}

function actSteps(page: PageContext, { provenance, leaf, kid }: RecordView): ChainStep[] {
  const { origin, state, signedAt, index } = provenance;
  const body = origin.profile.body ?? origin.name;
  return [
    {
      mark: <Dot as="done" />,
      title: page.t('records.step.act'),
      detail:
        leaf === null ? (
          page.t('records.step.act-text')
        ) : (
          <Say page={page} id="records.step.act-print" with={{ print: <Fingerprint value={leaf} /> }} />
        ),
    },
    {
      mark: <Seal face={origin} as={state === 'failed' ? 'failed' : 'signed'} />,
      title: <Say page={page} id="ui.provenance.signed-by" with={{ who: origin.name }} />,
      detail: (
        <Say
          page={page}
          id="records.step.signed"
          with={{
            body,
            key: <Fingerprint value={kid} />,
            when: <Time page={page} value={signedAt} as="full" />,
          }}
        />
      ),
      open: index === null,
    },
  ];
}

function placeSteps(page: PageContext, { provenance, proof }: RecordView): ChainStep[] {
  const { index } = provenance;
  if (index === null) {
    return [
      {
        mark: <Dot as="waiting" />,
        title: page.t('records.step.no-place'),
        detail: page.t('records.step.no-place-text'),
        open: true,
      },
    ];
  }
  const place: ChainStep = {
    mark: <Dot as="done" />,
    title: page.t('records.step.place', { index }),
    detail: page.t('records.step.place-text'),
    open: proof === null,
  };
  if (proof === null) return [place];
  return [
    place,
    {
      mark: <Dot as="done" />,
      title: page.t('records.step.proof', { count: proof.hashes.length }),
      detail: (
        <Say
          page={page}
          id="records.step.proof-text"
          args={{ size: proof.size }}
          with={{ root: <Fingerprint value={proof.root} /> }}
        />
      ),
      open: provenance.state === 'failed' || !provenance.cosigners[0]?.cosigned,
    },
  ];
}

function checkSteps(page: PageContext, { provenance }: RecordView): ChainStep[] {
  const { state, checkedAt, code, own, cosigners } = provenance;
  const steps: ChainStep[] = [];
  if (state === 'failed') {
    steps.push({
      mark: <Seal face={page.self} as="waiting" />,
      title: page.t('records.step.refused'),
      detail: reasonWords(page, code),
      open: true,
    });
  } else if (!own && checkedAt !== null) {
    steps.push({
      mark: <Seal face={page.self} as="checked" />,
      title: page.t('ui.provenance.checked-here'),
      detail: (
        <Say
          page={page}
          id="ui.provenance.checked-what"
          with={{ when: <Time page={page} value={checkedAt} as="full" /> }}
        />
      ),
    });
  }
  cosigners.forEach((cosigner, i) => {
    const { face, at, size } = cosigner;
    steps.push({
      mark: <Seal face={face} as={cosigner.cosigned ? 'cosigned' : 'waiting'} />,
      title: (
        <Say
          page={page}
          id={cosigner.cosigned ? 'ui.provenance.cosigned-by' : 'ui.provenance.waiting-for'}
          with={{ who: face.name }}
        />
      ),
      detail: at !== null && size !== null && (
        <Say
          page={page}
          id="records.step.cosigned"
          args={{ size }}
          with={{ when: <Time page={page} value={at} as="full" />, count: <Num page={page} value={size} /> }}
        />
      ),
      open: cosigners[i + 1]?.cosigned === false,
    });
  });
  return steps;
}

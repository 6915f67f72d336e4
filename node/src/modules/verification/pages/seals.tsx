import type { NodeFace, PageContext, Provenance } from '../../../kernel/web/index.ts';
import { ProvenanceLine, Row, Rows } from '../../../ui/index.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Every state of the thread with its words. They are examples made up for this page, and say so above. */
export function SealsTable({ page }: { page: PageContext }) {
  return (
    <Rows even>
      {examples(page).map(([name, provenance]) => (
        <Row
          title={page.t(`verification.state-${name}`)}
          end={<ProvenanceLine page={page} provenance={provenance} link={false} />}
        >
          {page.t(`verification.state-${name}-text`)}
        </Row>
      ))}
    </Rows>
  );
}

function examples(page: PageContext): Array<[name: string, Provenance]> {
  const ago = (ms: number) => new Date(page.now.getTime() - ms);
  const others: NodeFace[] = [...page.thread.partners].slice(0, 2);
  const [partner = page.self] = others;
  const seals = (faces: readonly NodeFace[], cosigned: boolean) =>
    faces.map((face) => ({ face, cosigned, at: null, size: null, lastSeenAt: null }));
  const ours: Provenance = {
    origin: page.self,
    own: true,
    signedAt: ago(20 * MINUTE_MS),
    state: 'logged',
    code: null,
    reason: null,
    stateAt: null,
    checkedAt: null,
    index: 12,
    cosigners: seals(others, true),
    recordPath: '',
  };
  const theirs: Provenance = {
    ...ours,
    origin: partner,
    own: partner === page.self,
    checkedAt: ago(10 * MINUTE_MS),
    cosigners: seals([page.self, ...others.slice(1)], true),
  };
  return [
    ['here', ours],
    [
      'waiting',
      { ...ours, state: 'pending', signedAt: ago(MINUTE_MS), index: null, cosigners: seals(others, false) },
    ],
    ['partner', theirs],
    ['failed', { ...theirs, own: false, state: 'failed', code: 'two-histories' }],
    [
      'withdrawn',
      {
        ...theirs,
        state: 'withdrawn',
        reason: page.t('verification.state-withdrawn-reason'),
        stateAt: ago(9 * DAY_MS),
      },
    ],
    ['erased', { ...ours, state: 'erased', code: 'person-request', stateAt: ago(9 * DAY_MS) }],
  ];
}
